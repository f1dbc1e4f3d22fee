/**
 * One training: starts its trainer, records what it tells, and says at the end how it went, whatever
 * happened.
 *
 * A run that the GPU cannot train, or not to its end, goes on in a second trainer on the CPU, from
 * where its state is kept: it is resumed without having ended. The record keeps what trained what.
 */
import { PassedOver } from '../../../core/contract/PassedOver.ts';
import type { ExecutorInfo, RunPosition, RunRecord } from '../../../core/contract/RunRecord.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import type { TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { RunChange } from '../store/RunStore.ts';
import { toStudioError } from '../toStudioError.ts';
import { executorsBefore } from './executorHistory.ts';
import { measurementKey } from './measurementKey.ts';
import { createRunRecorder, type RunRecorder } from './RunRecorder.ts';
import { rewindRun } from './rewindRun.ts';
import { createSentRequests } from './SentRequests.ts';
import {
  createTrainerListener,
  type TrainerHeard,
  type TrainerListener,
  type TrainerOrigin,
} from './TrainerListener.ts';
import type { TrainerControl, TrainerExit, TrainerProcess } from './TrainerProcess.ts';
import { describeExit, trainerCrash, trainerOverdue } from './trainerCrash.ts';
import {
  type TrainingDevice,
  type TrainJobOptions,
  trainingDevice,
  trainJobOf,
} from './trainJobOf.ts';

export interface RunSession {
  readonly run: string;
  /** Asks for the end; a trainer that does not answer within the grace period is killed. */
  stop(): void;
  /** Resolves when the trainer has taken it up and that is committed, or when it has ended. */
  ask(request: TrainerControl): Promise<void>;
  /** Never rejects. */
  readonly done: Promise<void>;
}

export interface RunSessionOptions extends TrainJobOptions {
  /** In a process or in a window, by the job's executor. */
  readonly startTrainer: (
    job: TrainJob,
    onMessage: (message: TrainerMessage) => void,
  ) => TrainerProcess;
  /** Whether a trainer may try the GPU where the device is to be chosen. */
  readonly timesDevices: boolean;
  /** By whom the GPU is reached, and by which version: see measurementKey. */
  readonly gpuReachedBy: string;
  readonly emit: (event: StudioEvent) => void;
  readonly now: () => number;
  readonly graceMilliseconds: number;
}

/** A trainer at work, with who listens to it. */
interface Shift {
  readonly trainer: TrainerProcess;
  readonly listener: TrainerListener;
  readonly recorder: RunRecorder;
  readonly job: TrainJob;
}

/** What was measured longer ago is measured again: drivers change, and cards. */
const REMEMBERED_MILLISECONDS = 30 * 24 * 3_600_000;

export function startRunSession(run: RunRecord, options: RunSessionOptions): RunSession {
  const { store, emit, now, graceMilliseconds } = options;
  const { id } = run;
  const requests = createSentRequests();
  const measured = measuredBefore(run, options);
  let [isStopping, isOverdue] = [false, false];
  let grace: NodeJS.Timeout | undefined;

  function begin(device: TrainingDevice, origin: TrainerOrigin): Shift {
    const current = store.runs.get(id);
    const recorder = createRunRecorder({ run: current, store, emit, now });
    const { answer } = requests;
    const listener = createTrainerListener(id, { store, emit, recorder, origin, answer });
    const job = trainJobOf(current, device, options);
    const trainer = options.startTrainer(job, (message) =>
      listener.hear(message, trainer.pid ?? null),
    );
    return { trainer, listener, recorder, job };
  }

  /** On the CPU, from where the state is kept; null where that cannot be written or read. */
  function takeOver({ problem, passedOver = {} }: GpuFailure): Shift | null {
    try {
      shift.recorder.flush();
      const run = store.transaction(() => {
        store.runs.change(id, { progress: rewindRun(store, id), trainerPid: null });
        return store.runs.get(id);
      });
      const next = begin(
        { executor: 'onnx' },
        {
          before: executorsBefore(run.executor, run.position, problem),
          insteadOfGpu: problem,
          passedOver,
          measurementKey: measured.origin.measurementKey,
          // A GPU that failed at once has no record yet of how it was chosen.
          remembered: { ...measured.origin.remembered, ...measurementOf(run) },
        },
      );
      for (const request of requests.sendAgain(run.status === 'paused')) next.trainer.ask(request);
      if (isStopping) next.trainer.stop();
      emit({ event: 'run.changed', run });
      return next;
    } catch (error) {
      emit({ event: 'error', error: toStudioError(error).toData() });
      return null;
    }
  }

  async function follow(): Promise<void> {
    for (;;) {
      const exit = await shift.trainer.exited;
      const ending = { ...shift.listener.heard(), exit, isOverdue };
      const failure = failureOfGpu(ending, shift.job);
      const next = failure && takeOver(failure);
      if (next) shift = next;
      else {
        settle(id, options, shift.recorder, ending);
        return;
      }
    }
  }

  const isResumed = run.position !== null;
  let shift = begin(measured.device, {
    ...measured.origin,
    before: executorsBefore(run.executor, run.position, null),
  });
  store.runs.change(id, {
    status: 'running',
    ...(isResumed ? { resumedAt: now() } : { startedAt: now() }),
  });
  emit({ event: 'run.changed', run: store.runs.get(id) });
  return {
    run: id,
    stop() {
      isStopping = true;
      shift.trainer.stop();
      grace ??= setTimeout(() => {
        isOverdue = true;
        shift.trainer.kill();
      }, graceMilliseconds);
    },
    ask(request) {
      shift.trainer.ask(request);
      return requests.inEffect(request);
    },
    done: follow().then(() => {
      clearTimeout(grace);
      requests.end();
    }),
  };
}

/**
 * Where it is to train: of a device that is to be chosen, where an equal run was the fastest, and by no
 * other way: that one may be slower than the CPU.
 */
function measuredBefore(
  run: RunRecord,
  { store, timesDevices, gpuReachedBy, now }: RunSessionOptions,
): { readonly device: TrainingDevice; readonly origin: Omit<TrainerOrigin, 'before'> } {
  const device = trainingDevice(run, timesDevices);
  const key = measurementKey(run, gpuReachedBy);
  const none = { insteadOfGpu: null, passedOver: {} };
  const origin = { ...none, measurementKey: key, remembered: {} };
  if (device.executor !== 'fastest') {
    const passedOver = device.backend && run.executor ? passedOverBy(run.executor) : {};
    return { device, origin: { ...origin, passedOver, remembered: measurementOf(run) } };
  }
  const found = store.runs.findMeasured(key, now() - REMEMBERED_MILLISECONDS);
  const fastest = found?.timings?.[0];
  if (!found?.measurement || !fastest?.name) return { device, origin };
  // Older records tell of the way only where it trained.
  const { name, backend = found.backend } = fastest;
  const measurement = { ...found.measurement, isRemembered: true };
  return {
    device: { executor: name, backend },
    origin: {
      ...origin,
      passedOver: passedOverBy(found),
      remembered: { timings: found.timings, measurement },
    },
  };
}

/** They are not tried again, and the reasons stay. */
const passedOverBy = (executor: ExecutorInfo): PassedOver => PassedOver.strip().parse(executor);

function measurementOf({ executor }: RunRecord): TrainerOrigin['remembered'] {
  const { timings, measurement } = executor ?? {};
  return { ...(timings && { timings }), ...(measurement && { measurement }) };
}

interface Ending extends TrainerHeard {
  readonly exit: TrainerExit;
  /** It was killed because it did not answer a stop. */
  readonly isOverdue: boolean;
}

type GpuFailure = Pick<Extract<TrainerMessage, { kind: 'gpu-failed' }>, 'problem' | 'passedOver'>;

/** What the CPU can make good; null for every other ending. */
function failureOfGpu(
  { final, storageError, executor, isMeasuring, exit, isOverdue }: Ending,
  job: TrainJob,
): GpuFailure | null {
  if (storageError || isOverdue || exit.isOrphaned) return null;
  if (final) return final.kind === 'gpu-failed' ? final : null;
  const mayBe = job.executor === 'gpujs' || isMeasuring;
  const isOnGpu = executor ? executor === 'gpujs' : mayBe;
  return isOnGpu ? { problem: { code: 'ended', detail: describeExit(exit) } } : null;
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
