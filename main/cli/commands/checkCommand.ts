/** `descent check EXPERIMENT`: shapes, counts and problems without training; on demand one minibatch by heart. */
import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { OneBatchCheck } from '../../../core/contract/OneBatchCheck.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatLoss, formatTable } from '../format.ts';
import { readExperiment } from '../readExperiment.ts';

export interface CheckOptions {
  readonly overfitOneBatch?: boolean;
}

/** Returns whether the experiment can be trained and, if asked for, learned its minibatch. */
export async function checkCommand(
  context: CommandContext,
  experiment: string,
  { overfitOneBatch = false }: CheckOptions,
): Promise<boolean> {
  const bundled = createBundledExperiments(studioPaths().resources);
  const spec = readExperiment(experiment, bundled);
  const { report, oneBatch } = await withStudio(context, async ({ request }) => {
    const report = await request('experiments.check', { spec });
    const isTried = overfitOneBatch && report.trainable;
    const oneBatch = isTried ? await request('experiments.overfitOneBatch', { spec }) : null;
    return { report, oneBatch };
  });
  if (context.json) {
    context.terminal.json({ experiment: spec.name, ...report, ...(oneBatch && { oneBatch }) });
  } else {
    for (const line of describe(report, oneBatch)) context.terminal.line(line);
  }
  return report.trainable && (oneBatch?.passed ?? true);
}

function describe(report: ExperimentReport, oneBatch: OneBatchCheck | null): string[] {
  const { layers, problems, splits, iterationsPerEpoch, iterations } = report;
  const shape = (sizes: readonly number[] | null) => (sizes ? sizes.join(' × ') : '–');
  const rows = layers.map((layer) => [
    String(layer.index),
    layer.type,
    shape(layer.outputShape),
    formatCount(layer.parameters),
    formatCount(layer.bufferValues),
  ]);
  const total = ['', 'total', '', formatCount(report.parameters), formatCount(report.bufferValues)];
  const counts = splits && [splits.train, splits.validation, splits.test].map(formatCount);
  return [
    ...formatTable([['', 'layer', 'output', 'parameters', 'running values'], ...rows, total]),
    '',
    ...(counts ? [`${counts[0]} train, ${counts[1]} validation, ${counts[2]} test samples`] : []),
    `${formatCount(iterationsPerEpoch ?? 0)} iterations an epoch, ${formatCount(iterations ?? 0)} in all`,
    ...problems.flatMap(({ severity, where, message }) => ['', `${severity}: ${where}`, message]),
    ...(oneBatch ? ['', oneBatch.text.en, describeLosses(oneBatch)] : []),
    '',
    report.trainable ? 'The experiment can be trained.' : 'The experiment cannot be trained.',
  ];
}

function describeLosses({ firstLoss, lastLoss }: OneBatchCheck): string {
  return `Its loss went from ${formatLoss(firstLoss)} to ${formatLoss(lastLoss)}.`;
}
