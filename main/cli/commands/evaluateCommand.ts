/** `descent evaluate RUN --split validation|test`: its best weights, or others, measured. */
import type { EvaluationSplit } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatAccuracy, formatCount, formatLoss, formatTable } from '../format.ts';
import { parseEpoch } from '../parseEpoch.ts';

export async function evaluateCommand(
  context: CommandContext,
  run: string,
  { split, epoch: wanted }: { readonly split: EvaluationSplit; readonly epoch?: string },
): Promise<void> {
  const { terminal, json } = context;
  const chosen = parseEpoch(wanted);
  const evaluation = await withStudio(context, ({ request }) =>
    request('runs.evaluate', { run, split, ...chosen }),
  );
  const { epoch, samples, metrics, confusion, testOpenings } = evaluation;
  if (json) {
    terminal.json({ run, split, epoch, samples, metrics, confusion, testOpenings });
    return;
  }
  terminal.line(
    `${run}, weights of epoch ${epoch}, ${split} split (${formatCount(samples)} samples)`,
  );
  const { loss, accuracy } = metrics;
  terminal.line(
    `loss ${formatLoss(loss)}${accuracy === null ? '' : `   accuracy ${formatAccuracy(accuracy)}`}`,
  );
  if (confusion) {
    terminal.line();
    const rows = confusion.counts.map((row, index) => [
      confusion.labels[index] ?? '',
      ...row.map((count) => (count === 0 ? '·' : String(count))),
    ]);
    for (const line of formatTable([['actual \\ predicted', ...confusion.labels], ...rows])) {
      terminal.line(line);
    }
  }
  if (split !== 'test') return;
  terminal.line();
  terminal.line(
    testOpenings === 1
      ? 'The test split of this run has been opened for the first time.'
      : `The test split of this run has been opened ${testOpenings} times: choices made since the ` +
          'first time are no longer independent of it.',
  );
}
