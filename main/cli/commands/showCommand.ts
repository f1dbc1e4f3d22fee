/** `descent show RUN`: what a run was made of and what came of it. */

import type { RunCheckpoints } from '../../../core/contract/RunCheckpoints.ts';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { describeEarlier, describeExecutor } from '../describeExecutor.ts';
import { describeTime } from '../describeTime.ts';
import { formatBytes, formatCount, formatLoss, formatTable } from '../format.ts';
import { metricsTable } from '../metricsTable.ts';
import { reportError } from '../reportError.ts';
import { summarizeRun } from './runsCommand.ts';

export async function showCommand(context: CommandContext, id: string): Promise<void> {
  const { terminal, json } = context;
  const { run, kept } = await withStudio(context, async ({ request }) => ({
    run: await request('runs.get', { run: id }),
    kept: await request('runs.checkpoints', { run: id }),
  }));
  if (!json) {
    showRun(context, run, kept);
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
    position: run.position,
    learningRateChanges: run.learningRateChanges,
    ...kept,
    spec: run.spec,
  });
}

function showRun({ terminal }: CommandContext, run: RunRecord, kept: RunCheckpoints): void {
  const { spec, splits, executor } = run;
  const { batchSize, epochs } = spec.training;
  terminal.line(`${run.name}  (${run.id}, ${run.status})`);
  terminal.line();
  const rows = [
    ['dataset', `${run.dataset.name}${splits ? `: ${describeSplits(splits)}` : ''}`],
    ['model', spec.model.layers.map(({ type }) => type).join(' → ')],
    ['parameters', run.parameters === null ? '–' : formatCount(run.parameters)],
    ['training', `${spec.optimizer.type}, batch ${batchSize}, ${epochs} epochs, seed ${spec.seed}`],
    ['executor', describeExecutor(executor)],
    ...(executor?.earlier ?? []).map((earlier) => ['before it', describeEarlier(earlier)]),
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
  // Where a training broke is told by its error, too.
  const findings = run.findings.filter(({ text }) => !run.error?.message.includes(text.en));
  if (findings.length > 0) terminal.line();
  for (const { text } of findings) terminal.line(text.en);
  for (const block of [checkpointLines(run, kept), changeLines(run)]) {
    if (block.length > 0) terminal.line();
    for (const line of block) terminal.line(line);
  }
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

function checkpointLines({ position, last }: RunRecord, kept: RunCheckpoints): string[] {
  const rows = kept.checkpoints.map(({ epoch, validation, bytes, isBest, isLast }) => [
    `epoch ${epoch}`,
    formatLoss(validation.loss),
    formatBytes(bytes),
    [isBest ? 'best' : '', isLast ? 'last' : ''].filter(Boolean).join(', '),
  ]);
  const header = ['checkpoint', 'validation', 'size', ''];
  const table = rows.length > 0 ? formatTable([header, ...rows]) : [];
  const total = rows.length > 1 ? [`${formatBytes(kept.bytes)} in all.`] : [];
  const isInside = position !== null && position.iteration !== last?.iteration;
  const inside = isInside
    ? [
        `Its state is kept behind iteration ${formatCount(position.iteration)}, ` +
          `inside epoch ${position.epoch}.`,
      ]
    : [];
  return [...table, ...total, ...inside];
}

function changeLines({ learningRateChanges, spec }: RunRecord): string[] {
  if (learningRateChanges.length === 0) return [];
  return [
    'The learning rate was changed while it trained; the experiment alone does not explain it:',
    ...learningRateChanges.map(
      ({ iteration, learningRate }) =>
        `  from iteration ${formatCount(iteration)} on, ` +
        `${spec.optimizer.type} has the learning rate ${learningRate}`,
    ),
  ];
}

function describeSplits({ train, validation, test }: NonNullable<RunRecord['splits']>): string {
  const parts = [`${formatCount(train)} train`, `${formatCount(validation)} validation`];
  return [...parts, `${formatCount(test)} test`].join(', ');
}

function describeOpenings(count: number): string {
  return count === 0 ? 'sealed' : `opened ${count} time${count === 1 ? '' : 's'}`;
}
