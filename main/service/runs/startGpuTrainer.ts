/**
 * Trains in a window of the shell, on the GPU; in a process of the CPU instead where the window
 * finds no GPU, or goes away before it has begun.
 *
 * The session that asked for it sees one trainer. Once training has begun, a window that goes away
 * has crashed: what is committed stays, and the run can be resumed.
 */
import { readFile, stat } from 'node:fs/promises';
import { isSoftwareGpuWanted } from '../../trainer/isSoftwareGpuWanted.ts';
import { insteadOfGpu } from '../../trainer/OpenedGpu.ts';
import type { ControlRequest, TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import { WindowMessage, type WindowStart } from '../../trainer/TrainerWindowProtocol.ts';
import {
  startTrainer,
  type TrainerExit,
  type TrainerProcess,
  type TrainerProgram,
} from './TrainerProcess.ts';
import type { TrainerWindows } from './TrainerWindows.ts';

export interface GpuTrainerOptions {
  readonly windows: TrainerWindows;
  /** What trains on the CPU. */
  readonly program: TrainerProgram;
}

/** A page holds the dataset twice, as a file and decoded. */
const LARGEST_DATASET = 2 ** 30;

export function startGpuTrainer(
  { windows, program }: GpuTrainerOptions,
  job: TrainJob,
  onMessage: (message: TrainerMessage) => void,
): TrainerProcess {
  /** For whoever trains in the end. */
  const asked: ControlRequest[] = [];
  let reason: string | null = null;
  /** Set when the CPU must not take over. */
  let isSettled = false;
  let cpu: TrainerProcess | null = null;
  const window = windows.open(hear);
  void readStart(job)
    .then(window.tell)
    .catch((error: unknown) => leave(messageOf(error)));

  function leave(why: string): void {
    reason ??= why;
    window.close();
  }

  function kill(): void {
    isSettled = true;
    cpu?.kill();
    window.close();
  }

  /** As in a process, what does not fit the protocol and a listener that throws end the trainer. */
  function hear(value: unknown): void {
    try {
      const message = WindowMessage.parse(value);
      if (message.kind === 'no-gpu' || message.kind === 'gpu-lost') {
        leave(message.reason);
        return;
      }
      isSettled = true;
      onMessage(message);
      if (message.kind === 'ended' || message.kind === 'failed') window.close();
    } catch (error) {
      reason = messageOf(error);
      kill();
    }
  }

  function takeOver(why: string): Promise<TrainerExit> {
    cpu = startTrainer(program, { ...job, executor: 'onnx' }, (message) =>
      onMessage(message.kind === 'started' ? onCpu(message, why) : message),
    );
    for (const request of asked) request.kind === 'stop' ? cpu.stop() : cpu.ask(request);
    return cpu.exited;
  }

  function ask(request: ControlRequest): void {
    if (cpu) request.kind === 'stop' ? cpu.stop() : cpu.ask(request);
    else {
      asked.push(request);
      window.tell(request);
    }
  }

  return {
    get pid() {
      return cpu?.pid;
    },
    stop: () => ask({ kind: 'stop' }),
    ask,
    kill,
    exited: window.gone.then((words): TrainerExit | Promise<TrainerExit> => {
      const why = reason ?? words;
      return isSettled ? { code: null, signal: null, stderr: why, isWindow: true } : takeOver(why);
    }),
  };
}

async function readStart(job: TrainJob): Promise<WindowStart> {
  const { size } = await stat(job.dataset.path);
  if (size > LARGEST_DATASET) throw new Error('the dataset is larger than 1 GiB');
  return {
    kind: 'start',
    job,
    dataset: await readFile(job.dataset.path),
    initialModel: job.initialModel && (await readFile(job.initialModel, 'utf8')),
    software: isSoftwareGpuWanted(),
  };
}

type StartedMessage = Extract<TrainerMessage, { kind: 'started' }>;

function onCpu({ executor, ...message }: StartedMessage, reason: string): StartedMessage {
  return { ...message, executor: { ...executor, detail: insteadOfGpu(executor.detail, reason) } };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
