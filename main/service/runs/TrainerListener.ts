/** Writes down what one trainer of a run tells, and remembers how it ended. */
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import { type PassedOver, passedOverKeys } from '../../../core/contract/PassedOver.ts';
import type {
  EarlierExecutor,
  ExecutorInfo,
  RunProgress,
} from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import type { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { Store } from '../store/openStore.ts';
import { withHistory } from './executorHistory.ts';
import type { RunRecorder } from './RunRecorder.ts';

type FinalMessage = Extract<TrainerMessage, { kind: 'ended' | 'failed' | 'gpu-failed' }>;
type StartedMessage = Extract<TrainerMessage, { kind: 'started' }>;
type ControlMessage = Extract<TrainerMessage, { kind: 'control' }>;

/** How the trainer came to train this run. */
export interface TrainerOrigin {
  readonly before: readonly EarlierExecutor[];
  readonly insteadOfGpu: DeviceProblem | null;
  /** Of all ways to the GPU, where none could begin; before the one that it stays on. */
  readonly passedOver: PassedOver;
  /** Of what is measured for the run, and what is known of it already. */
  readonly measurementKey: string;
  readonly remembered: Pick<ExecutorInfo, 'timings' | 'measurement'>;
}

export interface TrainerHeard {
  readonly final: FinalMessage | null;
  readonly storageError: StudioError | null;
  /** What it said it trains on; null before it has begun. */
  readonly executor: ExecutorInfo['name'] | null;
  /** It was trying CPU and GPU when it was last heard. */
  readonly isMeasuring: boolean;
}

export interface TrainerListenerOptions {
  readonly store: Store;
  readonly emit: (event: StudioEvent) => void;
  readonly recorder: RunRecorder;
  readonly origin: TrainerOrigin;
  /** So many of the requests to this trainer are in effect. */
  readonly answer: (heard: number, isPaused: boolean) => void;
}

export interface TrainerListener {
  hear(message: TrainerMessage, trainerPid: number | null): void;
  heard(): TrainerHeard;
}

export function createTrainerListener(
  run: string,
  { store, emit, recorder, origin, answer }: TrainerListenerOptions,
): TrainerListener {
  let final: FinalMessage | null = null;
  let storageError: StudioError | null = null;
  let executor: ExecutorInfo['name'] | null = null;
  let isMeasuring = false;

  function tellRun(): void {
    emit({ event: 'run.changed', run: store.runs.get(run) });
  }

  function begin(message: StartedMessage, trainerPid: number | null): void {
    const { splits, sealHash, parameters } = message;
    const { phase: _, kernels: __, ...progress } = store.runs.get(run).progress;
    executor = message.executor.name;
    isMeasuring = false;
    const info = infoOf(message, origin);
    store.runs.change(run, {
      ...{ executor: info, splits, sealHash, parameters, progress, trainerPid },
    });
    tellRun();
  }

  /** What happens before the first iteration. */
  function prepare(preparation: Pick<RunProgress, 'phase' | 'kernels'>): void {
    const { kernels: _, ...progress } = store.runs.get(run).progress;
    store.runs.change(run, { progress: { ...progress, ...preparation } });
    tellRun();
  }

  function measuring(): void {
    isMeasuring = true;
    prepare({ phase: 'measuring-devices' });
  }

  /** What the trainer says of itself is the state; nothing is assumed when a request is sent. */
  function control({ heard, isPaused, learningRateChanges }: ControlMessage): void {
    recorder.flush({ status: isPaused ? 'paused' : 'running', learningRateChanges });
    tellRun();
    answer(heard, isPaused);
  }

  function take(message: TrainerMessage, trainerPid: number | null): void {
    if (message.kind === 'measuring-devices') measuring();
    else if (message.kind === 'preparing-gpu') {
      prepare({ phase: message.kind, ...(message.kernels && { kernels: message.kernels }) });
    } else if (message.kind === 'started') begin(message, trainerPid);
    else if (message.kind === 'progress') recorder.record(message);
    else if (message.kind === 'position') recorder.recordPosition(message);
    else if (message.kind === 'control') control(message);
    else if (isFinal(message)) final = message;
  }

  return {
    hear(message, trainerPid) {
      try {
        take(message, trainerPid);
      } catch (error) {
        if (error instanceof StudioError) storageError ??= error;
        throw error;
      }
    },
    heard: () => ({ final, storageError, executor, isMeasuring }),
  };
}

const isFinal = (message: TrainerMessage): message is FinalMessage =>
  message.kind === 'ended' || message.kind === 'failed' || message.kind === 'gpu-failed';

/** With what the trainer cannot know: what the run was before it, and what was measured earlier. */
function infoOf(
  { executor, measuredSeconds }: StartedMessage,
  { before, insteadOfGpu, passedOver, measurementKey, remembered }: TrainerOrigin,
): ExecutorInfo {
  const measurement = measuredSeconds !== undefined && {
    measurement: { key: measurementKey, seconds: measuredSeconds, isRemembered: false },
  };
  const info = {
    ...remembered,
    ...executor,
    ...measurement,
    ...(insteadOfGpu && { insteadOfGpu }),
    ...otherWays(passedOver, executor),
  };
  return withHistory(info, before);
}

/** A way that trains after all is not passed over: a studio without windows has no other. */
function otherWays(passedOver: PassedOver, { backend }: ExecutorInfo): PassedOver {
  if (!backend) return passedOver;
  const { [passedOverKeys[backend]]: _, ...others } = passedOver;
  return others;
}
