/** `descent diagnose RUN`: how the run learns, the numbers behind it, and what to do. */
import english from '../../../resources/translations/en.json' with { type: 'json' };
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatAccuracy, formatCount, formatLoss, formatShort, formatTable } from '../format.ts';

export async function diagnoseCommand(context: CommandContext, run: string): Promise<void> {
  const { terminal, json } = context;
  const { diagnosis, findings: seen } = await withStudio(context, async ({ request }) => ({
    diagnosis: await request('runs.diagnose', { run }),
    findings: (await request('runs.get', { run })).findings,
  }));
  const { state, sinceEpoch, explanation, numbers, remedies } = diagnosis;
  if (json) {
    terminal.json({ run, ...diagnosis, findings: seen });
    return;
  }
  // What explains the state has been said with it.
  const findings = seen.filter(({ text }) => !explanation.en.includes(text.en));
  const since = sinceEpoch === null ? '' : `, since epoch ${sinceEpoch}`;
  terminal.line(`${run}: ${state.replaceAll('-', ' ')}${since}`);
  terminal.line(explanation.en);
  if (remedies.length > 0) terminal.line();
  for (const { text } of remedies) terminal.line(`- ${text.en}`);
  terminal.line();
  const rows = Object.entries(numbers).map(([name, value]) => [
    labels[name] ?? name,
    formatNumber(name, value),
  ]);
  for (const line of formatTable(rows)) terminal.line(line);
  if (findings.length > 0) terminal.line();
  for (const { epoch, lastEpoch, text } of findings) {
    const epochs = epoch === lastEpoch ? `epoch ${epoch}` : `epochs ${epoch} to ${lastEpoch}`;
    terminal.line(`${epochs}: ${text.en}`);
  }
}

/** As the window has them. */
const labels: Readonly<Record<string, string>> = english.diagnosis.numbers;

function formatNumber(name: string, value: number): string {
  if (/epoch/i.test(name)) return formatCount(value);
  if (/accuracy|skill|gain|rise/i.test(name)) return formatAccuracy(value);
  return name === 'learningRate' ? formatShort(value) : formatLoss(value);
}
