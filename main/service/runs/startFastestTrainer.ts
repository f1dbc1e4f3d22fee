/**
 * Trains where it is fastest: in a window on the GPU, or in a process on the CPU. Each begins the
 * experiment for one to three seconds, one after the other, so that neither disturbs the other; the
 * faster one trains, and says what was measured.
 *
 * Where there is no GPU there is nothing to measure: the CPU starts at once. A stop ends the
 * measuring.
 */
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import type { DeviceTiming } from '../../../core/contract/RunRecord.ts';
import { fastestFirst } from '../../trainer/fastestFirst.ts';
import type { ControlRequest, TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import { startGpuTrainer } from './startGpuTrainer.ts';
import {
  startTrainer,
  type TrainerExit,
  type TrainerProcess,
  type TrainerProgram,
} from './TrainerProcess.ts';
import type { TrainerWindows } from './TrainerWindows.ts';

export interface FastestTrainerOptions {
  readonly windows: TrainerWindows;
  /** What trains on the CPU. */
  readonly program: TrainerProgram;
}

type StartTrainer = (job: TrainJob, onMessage: (message: TrainerMessage) => void) => TrainerProcess;

/** One a service: a GPU that is not there is not looked for again. */
export function fastestTrainers(options: FastestTrainerOptions): StartTrainer {
  let isGpuMissing = false;
  const tellProblem = ({ code }: DeviceProblem) => {
    isGpuMissing ||= code === 'not-offered' || code === 'no-adapter' || code === 'software-only';
  };
  return (job, onMessage) =>
    isGpuMissing
      ? startTrainer(options.program, { ...job, executor: 'onnx' }, onMessage)
      : startFastestTrainer(options, job, { onMessage, tellProblem });
}

interface Listener {
  onMessage(message: TrainerMessage): void;
  tellProblem(problem: DeviceProblem): void;
}

interface Measured {
  readonly timings: readonly DeviceTiming[];
  readonly measuredSeconds: number;
}

function startFastestTrainer(
  { windows, program }: FastestTrainerOptions,
  job: TrainJob,
  { onMessage, tellProblem }: Listener,
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
  const gpu = startGpuTrainer({ windows, isTimed: true }, { ...job, executor: 'gpujs' }, hearGpu);
  void gpu.exited.then(() => tellTiming(null));
  measuring.signal.addEventListener('abort', () => tellTiming(null));

  function hearGpu(message: TrainerMessage): void {
    if (message.kind === 'timed') tellTiming(message.timing);
    else if (trainer === gpu) tell(message);
    else if (message.kind === 'measuring-devices') onMessage(message);
    else if (message.kind === 'gpu-failed') tellProblem(message.problem);
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
    gpu.kill();
    return startTrainer(program, { ...job, executor: 'onnx' }, tell);
  }

  async function choose(): Promise<TrainerProcess> {
    const ofGpu = await gpuTiming;
    if (!ofGpu || measuring.signal.aborted) return startCpu();
    const ofCpu = await timeOnCpu(program, job, measuring.signal);
    if (!ofCpu || measuring.signal.aborted) return startCpu();
    const timings = fastestFirst([ofCpu, ofGpu]);
    measured = { timings, measuredSeconds: (performance.now() - begun) / 1000 };
    return timings[0] === ofGpu ? gpu : startCpu();
  }

  async function train(): Promise<TrainerExit> {
    const chosen = await choose();
    trainer = chosen;
    if (isKilled) chosen.kill();
    if (chosen === gpu) gpu.go();
    for (const request of asked) pass(chosen, request);
    return chosen.exited;
  }

  function ask(request: ControlRequest): void {
    if (trainer) pass(trainer, request);
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

function pass(to: TrainerProcess, request: ControlRequest): void {
  if (request.kind === 'stop') to.stop();
  else to.ask(request);
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
