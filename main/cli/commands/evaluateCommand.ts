/** `descent evaluate RUN --split validation|test`: its best weights, or others, measured. */
import type { Evaluation, EvaluationSplit } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { confirmOpening } from '../confirmOpening.ts';
import { formatAccuracy, formatCount, formatLoss, formatShort, formatTable } from '../format.ts';
import { parseEpoch } from '../parseEpoch.ts';

interface EvaluateOptions {
  readonly split: EvaluationSplit;
  readonly epoch?: string;
  /** The seal of the test split may be opened. */
  readonly yes?: boolean;
}

export async function evaluateCommand(
  context: CommandContext,
  run: string,
  { split, epoch: wanted, yes = false }: EvaluateOptions,
): Promise<void> {
  const { terminal, json } = context;
  const chosen = parseEpoch(wanted);
  const evaluation = await withStudio(context, async ({ request }) => {
    if (split === 'test' && !yes) await confirmOpening(context, await request('runs.get', { run }));
    return request('runs.evaluate', { run, split, ...chosen });
  });
  const { epoch, samples, metrics, confusion, testOpenings } = evaluation;
  const { classification, regression } = evaluation;
  if (json) {
    const scores = { confusion, classification, regression };
    terminal.json({ run, split, epoch, samples, metrics, ...scores, testOpenings });
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
  for (const line of scoreLines(evaluation)) terminal.line(line);
  if (split !== 'test') return;
  terminal.line();
  terminal.line(
    testOpenings === 1
      ? 'The test split of this run has been opened for the first time.'
      : `The test split of this run has been opened ${testOpenings} times: choices made since the ` +
          'first time are no longer independent of it.',
  );
}

function scoreLines({ confusion, classification, regression }: Evaluation): string[] {
  if (regression) {
    const { r2, meanAbsoluteError, rootMeanSquaredError } = regression;
    const [r, mae, rmse] = [r2, meanAbsoluteError, rootMeanSquaredError].map(formatShort);
    return [`R² ${r}   mean absolute error ${mae}   root mean squared error ${rmse}`];
  }
  if (!classification) return [];
  const { classes, macro, weighted, topK, rocAuc, averagePrecision } = classification;
  const row = (name: string, one: typeof macro, support = '') => [
    name,
    ...[one.precision, one.recall, one.f1].map(formatLoss),
    support,
  ];
  const rows = [
    ['', 'precision', 'recall', 'F1', 'samples'],
    ...classes.map((one, index) => row(confusion?.labels[index] ?? '', one, `${one.support}`)),
    row('macro average', macro),
    row('weighted average', weighted),
  ];
  const error = formatLoss(classification.expectedCalibrationError);
  return [
    '',
    ...formatTable(rows),
    '',
    ...(topK ? [`top-${topK.k} accuracy ${formatAccuracy(topK.accuracy)}`] : []),
    `ROC AUC ${formatLoss(rocAuc)}   average precision ${formatLoss(averagePrecision)}   ` +
      `expected calibration error ${error}`,
  ];
}
