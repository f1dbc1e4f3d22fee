/**
 * Trains where it is fastest: on the GPU, or in a process on the CPU. Each begins the experiment for
 * one to three seconds, one after the other, so that neither disturbs the other; the faster one trains,
 * and says what was measured. The CPU goes first, once there is a GPU: one that turns out to be far
 * slower is then not measured to the end.
 *
 * Where there is no GPU there is nothing to measure: the CPU starts at once. A stop ends the
 * measuring, and so does a GPU that takes too long: nobody asked for it.
 */
import type { DeviceProblem, GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { DeviceTiming } from '../../../core/contract/RunRecord.ts';
import { fastestFirst } from '../../trainer/fastestFirst.ts';
import type { ControlRequest, TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { GpuWay } from './GpuWay.ts';
import { GPU_PATIENCE } from './gpuPatience.ts';
import { passRequest } from './passRequest.ts';
import { type GpuTrainerListener, startGpuTrainer } from './startGpuTrainer.ts';
import {
  startTrainer,
  type TrainerExit,
  type TrainerProcess,
  type TrainerProgram,
} from './TrainerProcess.ts';

export interface FastestTrainerOptions {
  readonly ways: readonly GpuWay[];
  /** What trains on the CPU. */
  readonly program: TrainerProgram;
  /** How long a GPU may take to be opened, prepared and timed. */
  readonly patienceMilliseconds?: number;
}

type StartTrainer = (job: TrainJob, onMessage: (message: TrainerMessage) => void) => TrainerProcess;

/** One a service: a GPU that is not there is not looked for again. */
export function fastestTrainers({ ways, ...options }: FastestTrainerOptions): StartTrainer {
  const missing = new Set<GpuBackend>();
  const onPassedOver = (backend: GpuBackend, { code }: DeviceProblem) => {
    if (code === 'not-offered' || code === 'no-adapter' || code === 'software-only') {
      missing.add(backend);
    }
  };
  return (job, onMessage) => {
    const left = ways.filter(({ backend }) => !missing.has(backend));
    return left.length === 0
      ? startTrainer(options.program, { ...job, executor: 'onnx' }, onMessage)
      : startFastestTrainer({ ways: left, ...options }, job, { onMessage, onPassedOver });
  };
}

interface Measured {
  readonly timings: readonly DeviceTiming[];
  readonly measuredSeconds: number;
}

function startFastestTrainer(
  { ways, program, patienceMilliseconds = GPU_PATIENCE }: FastestTrainerOptions,
  job: TrainJob,
  { onMessage, ...listener }: GpuTrainerListener,
): TrainerProcess {
  const begun = performance.now();
  const measuring = new AbortController();
  /** For whoever trains in the end. */
  const asked: ControlRequest[] = [];
  let [isKilled, measured, trainer]: [boolean, Measured | null, TrainerProcess | null] = [
    false,
    null,
    null,
  ];
  let tellTiming: (timing: DeviceTiming | null) => void = () => undefined;
  const gpuTiming = new Promise<DeviceTiming | null>((resolve) => {
    tellTiming = resolve;
  });
  let ofCpu: Promise<DeviceTiming | null> | null = null;
  const onGpu = { ...job, executor: 'gpujs', isTimed: true } as const;
  const gpu = startGpuTrainer(ways, onGpu, { ...listener, onMessage: hearGpu });
  void gpu.exited.then(() => tellTiming(null));
  measuring.signal.addEventListener('abort', () => tellTiming(null));

  function hearGpu(message: TrainerMessage): void {
    if (message.kind === 'timed') tellTiming(message.timing);
    else if (trainer === gpu) tell(message);
    else if (message.kind === 'measuring-devices') {
      onMessage(message);
      void measure();
    }
  }

  /** The CPU once, then each GPU that is there. */
  async function measure(): Promise<void> {
    if (measuring.signal.aborted) return;
    ofCpu ??= timeOnCpu(program, job, measuring.signal);
    const timing = await ofCpu;
    if (timing) gpu.tellTurn({ kind: 'time', best: timing.iterationsPerSecond });
    else tellTiming(null);
  }

  function tell(message: TrainerMessage): void {
    if (message.kind !== 'started' || !measured) onMessage(message);
    else {
      const { timings, measuredSeconds } = measured;
      const executor = { ...message.executor, timings: [...timings] };
      onMessage({ ...message, executor, measuredSeconds });
    }
  }

  function startCpu(): TrainerProcess {
    measuring.abort();
    gpu.kill();
    return startTrainer(program, { ...job, executor: 'onnx' }, tell);
  }

  async function choose(): Promise<TrainerProcess> {
    const patience = setTimeout(() => tellTiming(null), patienceMilliseconds);
    const ofGpu = await gpuTiming;
    clearTimeout(patience);
    const first = ofGpu && (await ofCpu);
    if (!ofGpu || !first || measuring.signal.aborted) return startCpu();
    const timings = fastestFirst([first, ofGpu]);
    measured = { timings, measuredSeconds: (performance.now() - begun) / 1000 };
    return timings[0] === ofGpu ? gpu : startCpu();
  }

  async function train(): Promise<TrainerExit> {
    const chosen = await choose();
    trainer = chosen;
    if (isKilled) chosen.kill();
    if (chosen === gpu) gpu.tellTurn({ kind: 'go' });
    for (const request of asked) passRequest(chosen, request);
    return chosen.exited;
  }

  function ask(request: ControlRequest): void {
    if (trainer) passRequest(trainer, request);
    else asked.push(request);
  }

  return {
    get pid() {
      return trainer?.pid;
    },
    stop() {
      measuring.abort();
      ask({ kind: 'stop' });
    },
    ask,
    kill() {
      isKilled = true;
      measuring.abort();
      trainer?.kill();
    },
    exited: train(),
  };
}

/** Null where it cannot be told: a training on it will say why. */
async function timeOnCpu(
  program: TrainerProgram,
  { spec, dataset }: TrainJob,
  signal: AbortSignal,
): Promise<DeviceTiming | null> {
  let timing: DeviceTiming | null = null;
  const job = { job: 'time', spec, dataset, executor: 'onnx' } as const;
  const process = startTrainer(program, job, (message) => {
    if (message.kind === 'timed') timing = message.timing;
  });
  signal.addEventListener('abort', process.kill);
  await process.exited;
  return timing;
}
