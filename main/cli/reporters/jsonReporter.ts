/** A training as JSON Lines; the last line is the summary. This format is stable. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { Terminal } from '../Terminal.ts';
import type { RunReporter } from './RunReporter.ts';

export function jsonReporter(terminal: Terminal): RunReporter {
  return {
    started: ({ id, spec, dataset, splits, parameters, executor, progress }) =>
      terminal.json({
        event: 'start',
        run: id,
        experiment: spec.name,
        dataset: dataset.id,
        splits,
        parameters,
        epochs: progress.epochs,
        iterations: progress.iterations,
        executor: executor?.name ?? null,
      }),
    measuring: () => terminal.json({ event: 'measuring-devices' }),
    preparing: () => undefined,
    executorChanged: ({ executor }) =>
      terminal.json({
        event: 'executor',
        executor: executor?.name ?? null,
        earlier: executor?.earlier ?? [],
      }),
    progressed: () => undefined,
    epochCommitted: ({ epoch, train, validation, seconds }) =>
      terminal.json({ event: 'epoch', epoch, train, validation, seconds }),
    checkpointCommitted: (epoch, isBest) =>
      terminal.json({ event: 'checkpoint', epoch, best: isBest }),
    stopping: () => undefined,
    ended: (run) => terminal.json(summarize(run)),
  };
}

function summarize(run: RunRecord) {
  const { id, status, last, progress, executor, error, endReason, position } = run;
  return {
    run: id,
    status,
    epochs: last?.epoch ?? 0,
    train: last?.train ?? null,
    validation: last?.validation ?? null,
    samplesPerSecond: progress.samplesPerSecond,
    executor: executor?.name ?? null,
    ...(executor?.earlier && { earlierExecutors: executor.earlier }),
    ...(status !== 'completed' && { position }),
    ...(endReason && { endReason }),
    ...(error && { error }),
  };
}
