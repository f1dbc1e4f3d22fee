/** `descent diagnose RUN`: how the run learns, the numbers behind it, and what to do. */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatTable } from '../format.ts';

export async function diagnoseCommand(context: CommandContext, run: string): Promise<void> {
  const { terminal, json } = context;
  const { diagnosis, findings } = await withStudio(context, async ({ request }) => ({
    diagnosis: await request('runs.diagnose', { run }),
    findings: (await request('runs.get', { run })).findings,
  }));
  const { state, sinceEpoch, explanation, numbers, remedies } = diagnosis;
  if (json) {
    terminal.json({ run, ...diagnosis, findings });
    return;
  }
  const since = sinceEpoch === null ? '' : `, since epoch ${sinceEpoch}`;
  terminal.line(`${run}: ${state.replaceAll('-', ' ')}${since}`);
  terminal.line(explanation.en);
  if (remedies.length > 0) terminal.line();
  for (const { text } of remedies) terminal.line(`- ${text.en}`);
  terminal.line();
  const rows = Object.entries(numbers).map(([name, value]) => [name, formatNumber(value)]);
  for (const line of formatTable(rows)) terminal.line(line);
  if (findings.length > 0) terminal.line();
  for (const { epoch, lastEpoch, text } of findings) {
    const epochs = epoch === lastEpoch ? `epoch ${epoch}` : `epochs ${epoch} to ${lastEpoch}`;
    terminal.line(`${epochs}: ${text.en}`);
  }
}

const formatNumber = (value: number): string => String(Number(value.toPrecision(4)));
