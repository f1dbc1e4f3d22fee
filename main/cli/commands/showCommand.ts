/** `descent show RUN`: what a run was made of and what came of it. */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { describeTime } from '../describeTime.ts';
import { formatCount, formatLoss, formatTable } from '../format.ts';
import { metricsTable } from '../metricsTable.ts';
import { reportError } from '../reportError.ts';
import { summarizeRun } from './runsCommand.ts';

export async function showCommand(context: CommandContext, id: string): Promise<void> {
  const { terminal, json } = context;
  const run = await withStudio(context, ({ request }) => request('runs.get', { run: id }));
  if (!json) {
    showRun(context, run);
    return;
  }
  terminal.json({
    ...summarizeRun(run),
    endedAt: run.endedAt === null ? null : new Date(run.endedAt).toISOString(),
    dataset: run.dataset,
    splits: run.splits,
    parameters: run.parameters,
    executor: run.executor,
    train: run.last?.train ?? null,
    validation: run.last?.validation ?? null,
    penalty: run.last?.penalty ?? null,
    gradientNorm: run.last?.gradientNorm ?? null,
    bestEpoch: run.bestEpoch,
    samplesPerSecond: run.progress.samplesPerSecond,
    testOpenings: run.testOpenedAt.length,
    error: run.error,
    endReason: run.endReason,
    findings: run.findings,
    spec: run.spec,
  });
}

function showRun({ terminal }: CommandContext, run: RunRecord): void {
  const { spec, splits, executor } = run;
  const { batchSize, epochs } = spec.training;
  terminal.line(`${run.name}  (${run.id}, ${run.status})`);
  terminal.line();
  const rows = [
    ['dataset', `${run.dataset.name}${splits ? `: ${describeSplits(splits)}` : ''}`],
    ['model', spec.model.layers.map(({ type }) => type).join(' → ')],
    ['parameters', run.parameters === null ? '–' : formatCount(run.parameters)],
    ['training', `${spec.optimizer.type}, batch ${batchSize}, ${epochs} epochs, seed ${spec.seed}`],
    ['executor', executor ? executor.detail : '–'],
    ['time', describeTime(run)],
    ['test split', describeOpenings(run.testOpenedAt.length)],
  ];
  for (const line of formatTable(rows)) terminal.line(line);
  if (run.last) {
    terminal.line();
    for (const line of metricsTable(run.last)) terminal.line(line);
    for (const line of penaltyLines(run.last)) terminal.line(line);
    terminal.line(
      `Lowest validation loss in epoch ${run.bestEpoch}; its weights are the ones in use.`,
    );
  }
  if (run.findings.length > 0) terminal.line();
  for (const { text } of run.findings) terminal.line(text.en);
  if (run.endReason) {
    terminal.line();
    terminal.line(run.endReason.text.en);
  }
  if (run.error) {
    terminal.line();
    reportError((text) => terminal.line(text), run.error);
  }
}

function penaltyLines({ penalty }: EpochMetrics): string[] {
  if (penalty === null) return [];
  return [`Weight decay adds a penalty of ${formatLoss(penalty)} to the data loss.`];
}

function describeSplits({ train, validation, test }: NonNullable<RunRecord['splits']>): string {
  const parts = [`${formatCount(train)} train`, `${formatCount(validation)} validation`];
  return [...parts, `${formatCount(test)} test`].join(', ');
}

function describeOpenings(count: number): string {
  return count === 0 ? 'sealed' : `opened ${count} time${count === 1 ? '' : 's'}`;
}
