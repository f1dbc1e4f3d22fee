/**
 * Starts a run or lets one go on, tells of it until it has ended, and turns Ctrl+C into a stop that
 * loses nothing.
 */
import type { EpochMetrics, RunRecord } from '../../core/contract/RunRecord.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { isUnfinished } from '../service/runs/isUnfinished.ts';
import type { OpenStudio } from './CommandContext.ts';
import type { RunReporter } from './reporters/RunReporter.ts';

export interface RunBeginning {
  /** The request that queues the run. */
  begin(): Promise<RunRecord>;
  /** The lowest validation loss before; infinite for a new run. */
  readonly lowestLoss: number;
}

export async function followRun(
  { service, request }: OpenStudio,
  { begin, lowestLoss }: RunBeginning,
  reporter: RunReporter,
): Promise<RunRecord> {
  const { ended, listen } = createFollower(reporter, lowestLoss);
  const unsubscribe = service.onEvent(listen);
  // Known before the first event of the run itself: queueing and starting happen inside this
  // request.
  const { id } = await begin();
  let isStopping = false;
  const stop = () => {
    // The trainer notices that its parent is gone, and ends.
    if (isStopping) process.exit(130);
    isStopping = true;
    reporter.stopping();
    void request('runs.stop', { run: id });
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    const run = await ended;
    reporter.ended(run);
    return run;
  } finally {
    for (const signal of signals) process.off(signal, stop);
    unsubscribe();
  }
}

/** A terminal's service trains one run, so every event is of that run. */
function createFollower(reporter: RunReporter, lowestBefore: number) {
  let [isStarted, isMeasuring] = [false, false];
  let executors = 0;
  let lowestLoss = lowestBefore;
  let checkpointEvery: number | undefined;
  let end: (run: RunRecord) => void = () => undefined;
  let fail: (reason: StudioError) => void = () => undefined;
  const ended = new Promise<RunRecord>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  // It may fail before anybody waits for it.
  ended.catch(() => undefined);

  function changed(run: RunRecord): void {
    checkpointEvery = run.spec.training.checkpointEvery;
    if (run.progress.phase === 'measuring-devices' && !isMeasuring) {
      isMeasuring = true;
      reporter.measuring();
    }
    if (run.progress.phase === 'preparing-gpu') reporter.preparing(run.progress.kernels);
    if (run.executor && run.status !== 'queued') tellExecutor(run);
    if (!isUnfinished(run.status)) end(run);
  }

  function tellExecutor(run: RunRecord): void {
    const count = run.executor?.earlier?.length ?? 0;
    if (!isStarted) reporter.started(run);
    else if (count > executors) reporter.executorChanged(run);
    isStarted = true;
    executors = count;
  }

  /**
   * Of the epochs that were committed together only the best one's, the last one's and every n-th
   * one's weights are kept.
   */
  function progressed({ epochs, progress }: Extract<StudioEvent, { event: 'run.progress' }>): void {
    let best: EpochMetrics | null = null;
    for (const metrics of epochs) {
      reporter.epochCommitted(metrics);
      if (metrics.epoch > 1 && !(metrics.validation.loss < lowestLoss)) continue;
      lowestLoss = metrics.validation.loss;
      best = metrics;
    }
    const last = epochs.at(-1);
    for (const metrics of epochs) {
      const isWanted = checkpointEvery !== undefined && metrics.epoch % checkpointEvery === 0;
      if (metrics !== best && metrics !== last && !isWanted) continue;
      reporter.checkpointCommitted(metrics.epoch, metrics === best);
    }
    reporter.progressed(progress);
  }

  const listen = (event: StudioEvent) => {
    if (event.event === 'run.changed') changed(event.run);
    if (event.event === 'run.progress') progressed(event);
    // The store failed at the end of the run: no record of it will come.
    if (event.event === 'error') fail(StudioError.fromData(event.error));
  };
  return { ended, listen };
}
