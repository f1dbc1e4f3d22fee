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
import type { RunChange } from '../store/RunStore.ts';

export type ProgressMessage = Extract<TrainerMessage, { kind: 'progress' }>;
type PositionMessage = Extract<TrainerMessage, { kind: 'position' }>;

export interface RunRecorder {
  record(message: ProgressMessage): void;
  /** Commits the state inside an epoch, with the iterations up to it. */
  recordPosition(message: PositionMessage): void;
  /** Commits what still waits, together with this change of the run. */
  flush(change?: RunChange): void;
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
  const { checkpointEvery } = options.run.spec.training;
  let waiting: MetricPoint[] = [];
  let progress: RunProgress | null = null;
  let lastCommit = now();
  let lastEpoch = options.run.last?.epoch ?? 0;
  let bestEpoch = options.run.bestEpoch;

  function commit(more: () => RunChange): void {
    store.transaction(() => {
      store.metrics.addIterations(run, waiting);
      store.runs.change(run, { ...(progress && { progress }), ...more() });
    });
    waiting = [];
    lastCommit = now();
  }

  function addEpochs(message: ProgressMessage): RunChange {
    const { epochs, findings, checkpoints, bestEpoch: best } = message;
    for (const metrics of epochs) store.metrics.addEpoch(run, metrics);
    for (const finding of findings) store.findings.add(run, finding);
    for (const checkpoint of checkpoints) store.checkpoints.add(run, checkpoint);
    lastEpoch = epochs.at(-1)?.epoch ?? lastEpoch;
    bestEpoch = best ?? bestEpoch;
    if (checkpoints.length > 0) {
      store.checkpoints.keepOnly(run, [lastEpoch, bestEpoch ?? lastEpoch], checkpointEvery);
    }
    // A position inside an epoch that is finished now lies behind no more.
    if (epochs.length > 0) store.positions.drop(run);
    return bestEpoch === null ? {} : { bestEpoch };
  }

  return {
    record(message) {
      const points = toPoints(message.iterations);
      waiting.push(...points);
      progress = message.progress;
      const { epochs, findings } = message;
      const isLate = now() - lastCommit >= MILLISECONDS_BETWEEN_COMMITS;
      if (epochs.length > 0 || findings.length > 0 || isLate) commit(() => addEpochs(message));
      emit({
        event: 'run.progress',
        run,
        progress,
        epochs: message.epochs,
        iterations: thin(points),
      });
      if (findings.length > 0) emit({ event: 'run.changed', run: store.runs.get(run) });
    },
    recordPosition: ({ kind: _, ...position }) =>
      commit(() => {
        store.positions.set(run, position);
        return {};
      }),
    flush: (change = {}) => commit(() => change),
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
