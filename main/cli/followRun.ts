/** Starts a run or lets one go on, tells of it until it has ended, and turns Ctrl+C into a stop that loses nothing. */
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
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
  // Known before the first event of the run itself: queueing and starting happen inside this request.
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
  let isStarted = false;
  let lowestLoss = lowestBefore;
  let end: (run: RunRecord) => void = () => undefined;
  const ended = new Promise<RunRecord>((resolve) => {
    end = resolve;
  });

  function changed(run: RunRecord): void {
    if (run.executor && run.status !== 'queued' && !isStarted) {
      isStarted = true;
      reporter.started(run);
    }
    if (run.status !== 'queued' && run.status !== 'running') end(run);
  }

  function progressed({ epochs, progress }: Extract<StudioEvent, { event: 'run.progress' }>): void {
    for (const metrics of epochs) {
      const isBest = metrics.epoch === 1 || metrics.validation.loss < lowestLoss;
      if (isBest) lowestLoss = metrics.validation.loss;
      reporter.epochCommitted(metrics, isBest);
    }
    reporter.progressed(progress);
  }

  const listen = (event: StudioEvent) => {
    if (event.event === 'run.changed') changed(event.run);
    if (event.event === 'run.progress') progressed(event);
  };
  return { ended, listen };
}
