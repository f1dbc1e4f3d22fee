/**
 * One training: starts its process, records what it tells, and says at the end how it went,
 * whatever happened.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunPosition, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import type {
  DatasetFile,
  ExecutorChoice,
  TrainerMessage,
  TrainingExecutor,
  TrainJob,
} from '../../trainer/TrainerProtocol.ts';
import type { Store } from '../store/openStore.ts';
import type { RunChange } from '../store/RunStore.ts';
import { toStudioError } from '../toStudioError.ts';
import { type ControlAnswers, createControlAnswers } from './ControlAnswers.ts';
import { createRunRecorder, type RunRecorder } from './RunRecorder.ts';
import type { TrainerControl, TrainerExit, TrainerProcess } from './TrainerProcess.ts';
import { trainerCrash, trainerOverdue } from './trainerCrash.ts';

export interface RunSession {
  readonly run: string;
  /** Asks for the end; a trainer that does not answer within the grace period is killed. */
  stop(): void;
  /** Resolves when the trainer has taken it up and that is committed, or when it has ended. */
  ask(request: TrainerControl): Promise<void>;
  /** Never rejects. */
  readonly done: Promise<void>;
}

export interface RunSessionOptions {
  readonly store: Store;
  /** In a process or in a window, by the job's executor. */
  readonly startTrainer: (
    job: TrainJob,
    onMessage: (message: TrainerMessage) => void,
  ) => TrainerProcess;
  /** Of the library; throws StudioError when the dataset is gone. */
  readonly locateDataset: (run: RunRecord) => DatasetFile;
  /** The model file that it starts from, if any; throws StudioError when it is gone. */
  readonly locateInitialModel: (run: RunRecord) => string | null;
  /** Whether a trainer may try the GPU where the device is to be chosen. */
  readonly timesDevices: boolean;
  readonly emit: (event: StudioEvent) => void;
  readonly now: () => number;
  readonly graceMilliseconds: number;
}

type FinalMessage = Extract<TrainerMessage, { kind: 'ended' | 'failed' }>;
type StartedMessage = Extract<TrainerMessage, { kind: 'started' }>;
type ControlMessage = Extract<TrainerMessage, { kind: 'control' }>;

export function startRunSession(run: RunRecord, options: RunSessionOptions): RunSession {
  const { store, emit, now, graceMilliseconds } = options;
  const recorder = createRunRecorder({ run, store, emit, now });
  const answers = createControlAnswers();
  const listener = createListener(run.id, options, recorder, answers);
  const job = trainJob(run, options);
  const isResumed = run.position !== null;
  store.runs.change(run.id, {
    status: 'running',
    ...(isResumed ? { resumedAt: now() } : { startedAt: now() }),
  });
  const trainer = options.startTrainer(job, (message) =>
    listener.hear(message, trainer.pid ?? null),
  );
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
    ask(request) {
      trainer.ask(request);
      return answers.inEffect(request.kind);
    },
    done: trainer.exited.then((exit) => {
      clearTimeout(grace);
      settle(run.id, options, recorder, { ...listener.heard(), exit, isOverdue });
      answers.end();
    }),
  };
}

interface Heard {
  readonly final: FinalMessage | null;
  readonly storageError: StudioError | null;
}

/** Writes down what the trainer tells, and remembers how it ended. */
function createListener(
  run: string,
  { store, emit }: RunSessionOptions,
  recorder: RunRecorder,
  answers: ControlAnswers,
) {
  let final: FinalMessage | null = null;
  let storageError: StudioError | null = null;

  function begin(message: StartedMessage, trainerPid: number | null): void {
    const { executor, splits, sealHash, parameters } = message;
    store.runs.change(run, { executor, splits, sealHash, parameters, trainerPid });
    emit({ event: 'run.changed', run: store.runs.get(run) });
  }

  /** What the trainer says of itself is the state; nothing is assumed when a request is sent. */
  function control({ heard, isPaused, learningRateChanges }: ControlMessage): void {
    recorder.flush({ status: isPaused ? 'paused' : 'running', learningRateChanges });
    emit({ event: 'run.changed', run: store.runs.get(run) });
    answers.answer(heard, isPaused);
  }

  return {
    hear(message: TrainerMessage, trainerPid: number | null): void {
      try {
        if (message.kind === 'started') begin(message, trainerPid);
        else if (message.kind === 'progress') recorder.record(message);
        else if (message.kind === 'position') recorder.recordPosition(message);
        else if (message.kind === 'control') control(message);
        else if (message.kind === 'ended' || message.kind === 'failed') final = message;
      } catch (error) {
        if (error instanceof StudioError) storageError ??= error;
        throw error;
      }
    },
    heard: (): Heard => ({ final, storageError }),
  };
}

function trainJob(
  run: RunRecord,
  { store, locateDataset, locateInitialModel, timesDevices }: RunSessionOptions,
) {
  return {
    job: 'train',
    spec: run.spec,
    dataset: locateDataset(run),
    executor: trainingExecutor(run, timesDevices),
    initialModel: locateInitialModel(run),
    from: resumePoint(run, store),
  } as const;
}

/** A queued run that has a position is one that goes on. */
function resumePoint(run: RunRecord, { checkpoints, metrics, positions }: Store) {
  const { id, last, position, learningRateChanges } = run;
  if (!position) return null;
  const inside = positions.get(id);
  const epoch = last?.epoch ?? 0;
  return {
    epoch,
    checkpoint: inside ? inside.data : checkpoints.get(id, epoch).data,
    validationLosses: metrics.listValidationLosses(id),
    unfinished: inside ? inside.sums : null,
    learningRateChanges,
  };
}

/** `gpu` is refused before a run is made where trainers cannot reach one. */
export function executorFor({ device }: Pick<ExperimentSpec, 'device'>): ExecutorChoice {
  return ({ auto: 'onnx', cpu: 'onnx', gpu: 'gpujs', reference: 'reference' } as const)[device];
}

/** A run that goes on stays where it was: another device would not give the same bits. */
function trainingExecutor({ spec, executor }: RunRecord, timesDevices: boolean): TrainingExecutor {
  if (spec.device !== 'auto' || !timesDevices) return executorFor(spec);
  return executor ? executor.name : 'fastest';
}

interface Ending extends Heard {
  readonly exit: TrainerExit;
  /** It was killed because it did not answer a stop. */
  readonly isOverdue: boolean;
}

function outcomeOf(
  { final, storageError, exit, isOverdue }: Ending,
  kept: RunPosition | null,
): RunChange {
  if (storageError) return { status: 'failed', error: storageError.toData() };
  if (final?.kind === 'ended') {
    return { status: final.status, endReason: final.endReason, error: null };
  }
  if (final?.kind === 'failed') return { status: 'failed', error: final.error };
  const error = isOverdue ? trainerOverdue(kept) : trainerCrash(exit, kept);
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
  ending: Ending,
): void {
  const tellFailure = (error: unknown) =>
    emit({ event: 'error', error: toStudioError(error).toData() });
  try {
    recorder.flush();
  } catch (error) {
    tellFailure(error);
  }
  try {
    const outcome = outcomeOf(ending, store.runs.get(run).position);
    store.runs.change(run, { ...outcome, endedAt: now(), trainerPid: null });
    emit({ event: 'run.changed', run: store.runs.get(run) });
  } catch (error) {
    tellFailure(error);
  }
}
