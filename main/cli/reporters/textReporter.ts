/**
 * A training as a person watches it: a progress bar on a screen, a line per epoch in a file or a
 * pipe.
 */
import { join } from 'node:path';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { describeEarlier, describeExecutor } from '../describeExecutor.ts';
import { describeTime } from '../describeTime.ts';
import { formatAccuracy, formatCount, formatCounted, formatLoss, formatTable } from '../format.ts';
import { metricsTable } from '../metricsTable.ts';
import { progressBar } from '../progressBar.ts';
import { reportError } from '../reportError.ts';
import type { Terminal } from '../Terminal.ts';
import type { RunReporter } from './RunReporter.ts';

/** More epochs than this are told of in steps. */
const MOST_EPOCH_LINES = 50;

export function textReporter(terminal: Terminal, home: string): RunReporter {
  let last: EpochMetrics | null = null;
  let epochs = 1;
  return {
    started(run) {
      epochs = run.progress.epochs;
      terminal.clearStatus();
      for (const line of introduction(run)) terminal.line(line);
      terminal.line();
    },
    measuring() {
      terminal.line('Measuring CPU and GPU ...');
    },
    preparing(kernels) {
      if (!terminal.isScreen) return;
      const text = kernels
        ? `Compiling kernels: ${formatCount(kernels.compiled)} of ${formatCount(kernels.all)}`
        : 'Opening the GPU ...';
      terminal.status(text);
    },
    executorChanged({ executor }) {
      terminal.clearStatus();
      const last = executor?.earlier?.at(-1);
      if (last) terminal.line(describeEarlier(last));
      terminal.line(`Training goes on: ${describeExecutor(executor)}`);
    },
    progressed(progress) {
      if (terminal.isScreen) terminal.status(progressBar(progress, last, terminal.columns));
    },
    epochCommitted(metrics) {
      last = metrics;
      const step = Math.ceil(epochs / MOST_EPOCH_LINES);
      const isTold = metrics.epoch % step === 0 || metrics.epoch === epochs;
      if (!terminal.isScreen && isTold) terminal.line(epochLine(metrics, epochs));
    },
    checkpointCommitted: () => undefined,
    stopping() {
      terminal.clearStatus();
      terminal.line(
        'Stopping after the iterations in work; the state behind them is kept. ' +
          'Press Ctrl+C again to end at once.',
      );
    },
    ended(run) {
      terminal.clearStatus();
      for (const line of conclusion(run, home)) terminal.line(line);
    },
  };
}

function introduction({
  id,
  name,
  dataset,
  splits,
  parameters,
  executor,
  progress,
  position,
}: RunRecord) {
  const counts = splits
    ? `${formatCount(splits.train)} train, ${formatCount(splits.validation)} validation, ` +
      `${formatCount(splits.test)} test (sealed)`
    : '';
  const { iterations, epochs } = progress;
  const resumed = position
    ? `, going on after iteration ${formatCount(position.iteration)} (epoch ${position.epoch})`
    : '';
  return [
    `${name}  (run ${id})`,
    `  dataset   ${dataset.name}: ${counts}`,
    `  model     ${formatCount(parameters ?? 0)} parameters`,
    `  training  ${formatCounted(epochs, 'epoch')} of ${formatCounted(iterations / epochs, 'iteration')}${resumed}`,
    `  executor  ${describeExecutor(executor)}`,
  ];
}

function epochLine({ epoch, train, validation }: EpochMetrics, epochs: number): string {
  const width = String(epochs).length;
  const measured = ({ loss, accuracy }: EpochMetrics['train']) =>
    `${formatLoss(loss)}${accuracy === null ? '' : `  ${formatAccuracy(accuracy).padStart(8)}`}`;
  const place = `epoch ${String(epoch).padStart(width)}/${epochs}`;
  return `${place}   train ${measured(train)}   validation ${measured(validation)}`;
}

const verdicts: Readonly<Record<RunRecord['status'], string>> = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  completed: 'Done',
  stopped: 'Stopped',
  failed: 'Failed',
  crashed: 'Crashed',
};

function conclusion(run: RunRecord, home: string): string[] {
  const { id, status, last, bestEpoch, progress, position } = run;
  const speed = `${formatCount(progress.samplesPerSecond)} samples/s`;
  const lines = [
    '',
    `${verdicts[status]}: ${formatCounted(last?.epoch ?? 0, 'epoch')}, ${describeTime(run)}, ${speed}.`,
  ];
  if (run.endReason) lines.push(run.endReason.text.en);
  if (run.error) reportError((line) => lines.push(line), run.error);
  if (last) {
    lines.push('', ...metricsTable(last));
    lines.push(`Lowest validation loss in epoch ${bestEpoch}; its weights are the ones in use.`);
  }
  const next = [['store', join(home, 'studio.db')]];
  if (position && status !== 'completed') {
    const { iteration, epoch } = position;
    lines.push(
      `It can go on after iteration ${formatCount(iteration)} (epoch ${epoch}), bit for bit.`,
    );
    next.push(['go on', `npm run descent -- resume ${id}`]);
  }
  if (last) {
    next.push(
      ['measure', `npm run descent -- evaluate ${id} --split validation`],
      ['take away', `npm run descent -- export ${id} --format json -o ${id}.model.json`],
    );
  }
  return [...lines, '', ...formatTable(next)];
}
