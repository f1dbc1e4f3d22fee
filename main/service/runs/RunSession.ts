/**
 * One training: starts its process, records what it tells, and says at the end how it went,
 * whatever happened.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import type { ExecutorChoice, TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { Store } from '../store/openStore.ts';
import type { RunChange } from '../store/RunStore.ts';
import { toStudioError } from '../toStudioError.ts';
import { createRunRecorder, type RunRecorder } from './RunRecorder.ts';
import { startTrainer, type TrainerExit } from './TrainerProcess.ts';
import { trainerCrash, trainerOverdue } from './trainerCrash.ts';

export interface RunSession {
  readonly run: string;
  /** Asks for the end; a trainer that does not answer within the grace period is killed. */
  stop(): void;
  /** Never rejects. */
  readonly done: Promise<void>;
}

export interface RunSessionOptions {
  readonly store: Store;
  readonly trainerEntry: string;
  /** Of the library; throws StudioError when the dataset is gone. */
  readonly locateDataset: (run: RunRecord) => string;
  /** The model file that it starts from, if any; throws StudioError when it is gone. */
  readonly locateInitialModel: (run: RunRecord) => string | null;
  readonly emit: (event: StudioEvent) => void;
  readonly now: () => number;
  readonly graceMilliseconds: number;
}

type FinalMessage = Extract<TrainerMessage, { kind: 'ended' | 'failed' }>;

export function startRunSession(run: RunRecord, options: RunSessionOptions): RunSession {
  const { store, emit, now, graceMilliseconds } = options;
  const recorder = createRunRecorder({ run, store, emit, now });
  let final: FinalMessage | null = null;
  let storageError: StudioError | null = null;

  function handle(message: TrainerMessage): void {
    try {
      if (message.kind === 'started') begin(message);
      else if (message.kind === 'progress') recorder.record(message);
      else if (message.kind === 'ended' || message.kind === 'failed') final = message;
    } catch (error) {
      if (error instanceof StudioError) storageError ??= error;
      throw error;
    }
  }

  function begin(message: Extract<TrainerMessage, { kind: 'started' }>) {
    const { executor, splits, sealHash, parameters } = message;
    const trainerPid = trainer.pid ?? null;
    store.runs.change(run.id, { executor, splits, sealHash, parameters, trainerPid });
    emit({ event: 'run.changed', run: store.runs.get(run.id) });
  }

  const job = trainJob(run, options);
  const isResumed = run.last !== null;
  store.runs.change(run.id, {
    status: 'running',
    ...(isResumed ? { resumedAt: now() } : { startedAt: now() }),
  });
  const trainer = startTrainer(options.trainerEntry, job, handle);
  emit({ event: 'run.changed', run: store.runs.get(run.id) });
  let grace: NodeJS.Timeout | undefined;
  let isOverdue = false;
  return {
    run: run.id,
    stop() {
      trainer.stop();
      grace ??= setTimeout(() => {
        isOverdue = true;
        trainer.kill();
      }, graceMilliseconds);
    },
    done: trainer.exited.then((exit) => {
      clearTimeout(grace);
      const ending = { final, storageError, exit, isOverdue, committed: recorder.committedEpoch() };
      settle(run.id, options, recorder, outcomeOf(ending));
    }),
  };
}

function trainJob(run: RunRecord, { store, locateDataset, locateInitialModel }: RunSessionOptions) {
  return {
    job: 'train',
    spec: run.spec,
    dataset: { path: locateDataset(run), hash: run.dataset.hash },
    executor: executorFor(run.spec),
    initialModel: locateInitialModel(run),
    from: resumePoint(run, store),
  } as const;
}

/** A queued run that has committed an epoch is one that goes on. */
function resumePoint({ id, last }: RunRecord, { checkpoints, metrics }: Store) {
  if (!last) return null;
  const { epoch, data } = checkpoints.get(id, last.epoch);
  return { epoch, checkpoint: data, validationLosses: metrics.listValidationLosses(id) };
}

/** `gpu` is refused before a run is made. */
export function executorFor({ device }: Pick<ExperimentSpec, 'device'>): ExecutorChoice {
  return device === 'reference' ? 'reference' : 'onnx';
}

interface Ending {
  readonly final: FinalMessage | null;
  readonly storageError: StudioError | null;
  readonly exit: TrainerExit;
  /** It was killed because it did not answer a stop. */
  readonly isOverdue: boolean;
  readonly committed: number;
}

function outcomeOf({ final, storageError, exit, isOverdue, committed }: Ending): RunChange {
  if (storageError) return { status: 'failed', error: storageError.toData() };
  if (final?.kind === 'ended') {
    return { status: final.status, endReason: final.endReason, error: null };
  }
  if (final?.kind === 'failed') return { status: 'failed', error: final.error };
  const error = isOverdue ? trainerOverdue(committed) : trainerCrash(exit, committed);
  return { status: 'crashed', error };
}

/**
 * The store itself may be what failed: then the run stays unfinished there, and the next start sets
 * it right.
 */
function settle(
  run: string,
  { store, emit, now }: RunSessionOptions,
  recorder: RunRecorder,
  outcome: RunChange,
): void {
  const tellFailure = (error: unknown) =>
    emit({ event: 'error', error: toStudioError(error).toData() });
  try {
    recorder.flush();
  } catch (error) {
    tellFailure(error);
  }
  try {
    store.runs.change(run, { ...outcome, endedAt: now(), trainerPid: null });
    emit({ event: 'run.changed', run: store.runs.get(run) });
  } catch (error) {
    tellFailure(error);
  }
}
