/**
 * Writes down what a trainer tells, and passes it on to whoever watches.
 *
 * Finished epochs, their weights and the iterations up to them land in one transaction, and are
 * told only after it. Iterations between epochs wait up to a second for the next commit, because
 * every commit waits for the disk.
 */
import type { MetricPoint, RunProgress, RunRecord } from '../../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import type { IterationColumns, TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { Store } from '../store/openStore.ts';

export type ProgressMessage = Extract<TrainerMessage, { kind: 'progress' }>;

export interface RunRecorder {
  record(message: ProgressMessage): void;
  /** Commits what still waits. */
  flush(): void;
  /** Of the last committed epoch; 0 before the first. */
  readonly committedEpoch: () => number;
}

export interface RunRecorderOptions {
  /** As it stands; one that goes on has a last and a best epoch already. */
  readonly run: RunRecord;
  readonly store: Store;
  readonly emit: (event: StudioEvent) => void;
  readonly now: () => number;
}

const MILLISECONDS_BETWEEN_COMMITS = 1000;
const POINTS_IN_AN_EVENT = 400;

export function createRunRecorder(options: RunRecorderOptions): RunRecorder {
  const { store, emit, now } = options;
  const run = options.run.id;
  let waiting: MetricPoint[] = [];
  let progress: RunProgress | null = null;
  let lastCommit = now();
  let lastEpoch = options.run.last?.epoch ?? 0;
  let bestEpoch = options.run.bestEpoch;

  function commit({
    epochs,
    findings,
    checkpoints,
    bestEpoch: best,
  }: Omit<ProgressMessage, 'iterations' | 'kind'>) {
    store.transaction(() => {
      store.metrics.addIterations(run, waiting);
      for (const metrics of epochs) store.metrics.addEpoch(run, metrics);
      for (const finding of findings) store.findings.add(run, finding);
      for (const checkpoint of checkpoints) store.checkpoints.add(run, checkpoint);
      lastEpoch = epochs.at(-1)?.epoch ?? lastEpoch;
      bestEpoch = best ?? bestEpoch;
      if (checkpoints.length > 0) {
        store.checkpoints.keepOnly(run, [lastEpoch, bestEpoch ?? lastEpoch]);
      }
      store.runs.change(run, {
        ...(progress && { progress }),
        ...(bestEpoch !== null && { bestEpoch }),
      });
    });
    waiting = [];
    lastCommit = now();
  }

  return {
    record(message) {
      const points = toPoints(message.iterations);
      waiting.push(...points);
      progress = message.progress;
      const isDue = now() - lastCommit >= MILLISECONDS_BETWEEN_COMMITS;
      const { epochs, findings } = message;
      if (epochs.length > 0 || findings.length > 0 || isDue) commit(message);
      emit({
        event: 'run.progress',
        run,
        progress,
        epochs: message.epochs,
        iterations: thin(points),
      });
      if (findings.length > 0) emit({ event: 'run.changed', run: store.runs.get(run) });
    },
    flush() {
      if (progress)
        commit({ progress, epochs: [], findings: [], checkpoints: [], bestEpoch: null });
    },
    committedEpoch: () => lastEpoch,
  };
}

function toPoints(columns: IterationColumns): MetricPoint[] {
  return Array.from(columns.iteration, (iteration, index) => ({
    iteration,
    epoch: columns.epoch[index] ?? 0,
    loss: columns.loss[index] ?? Number.NaN,
    gradientNorm: columns.gradientNorm ? (columns.gradientNorm[index] ?? Number.NaN) : null,
    learningRate: columns.learningRate[index] ?? 0,
  }));
}

/**
 * Every n-th point, and always the last: a moving curve needs no more until it is read back from
 * the store.
 */
function thin(points: MetricPoint[]): MetricPoint[] {
  const step = Math.ceil(points.length / POINTS_IN_AN_EVENT);
  if (step <= 1) return points;
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
