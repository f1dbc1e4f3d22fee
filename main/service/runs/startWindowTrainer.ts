/**
 * Trains in a window of the shell, on the GPU. To whoever asked for it, it is a trainer like any other;
 * what the window cannot do ends with `gpu-failed`, or with the window.
 */
import { readFile, stat } from 'node:fs/promises';
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import { isSoftwareGpuWanted } from '../../trainer/isSoftwareGpuWanted.ts';
import { TrainerMessage, type TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { WindowBackend, WindowStart } from '../../trainer/TrainerWindowProtocol.ts';
import type { GpuTrainer } from './GpuWay.ts';
import type { TrainerWindows } from './TrainerWindows.ts';

export interface WindowTrainerOptions {
  readonly windows: TrainerWindows;
  readonly backend: WindowBackend;
}

/** A page holds the dataset twice, as a file and decoded, and a small one once more in its worker. */
const LARGEST_DATASET = 2 ** 30;

const finals: ReadonlySet<TrainerMessage['kind']> = new Set(['ended', 'failed', 'gpu-failed']);

export function startWindowTrainer(
  { windows, backend }: WindowTrainerOptions,
  job: TrainJob,
  onMessage: (message: TrainerMessage) => void,
): GpuTrainer {
  let fault: string | null = null;
  const { isTimed = false } = job;
  // Nobody asked for the GPU where it is only timed, so what Chromium knows of it is enough.
  const window = windows.open(hear, { needsHardware: isTimed });
  let isGone = false;
  void window.gone.then(() => {
    isGone = true;
  });
  void start();

  async function start(): Promise<void> {
    try {
      const { size } = await stat(job.dataset.path);
      if (size > LARGEST_DATASET) {
        refuse({ code: 'dataset-too-large', bytes: size, limit: LARGEST_DATASET });
      } else {
        if (!isTimed && !isGone) onMessage({ kind: 'preparing-gpu' });
        window.tell(await readStart(job, backend));
      }
    } catch (error) {
      refuse({ code: 'refused', detail: messageOf(error) });
    }
  }

  function refuse(problem: DeviceProblem): void {
    onMessage({ kind: 'gpu-failed', problem });
    window.close();
  }

  /** As in a process, what does not fit the protocol and a listener that throws end the trainer. */
  function hear(value: unknown): void {
    try {
      const message = TrainerMessage.parse(value);
      onMessage(message);
      if (finals.has(message.kind)) window.close();
    } catch (error) {
      fault = messageOf(error);
      window.close();
    }
  }

  return {
    pid: undefined,
    stop: () => window.tell({ kind: 'stop' }),
    ask: window.tell,
    tellTurn: window.tell,
    kill: window.close,
    exited: window.gone.then(({ reason, isOrphaned }) => ({
      code: null,
      signal: null,
      stderr: fault ?? reason,
      isWindow: true,
      isOrphaned,
    })),
  };
}

async function readStart(job: TrainJob, backend: WindowBackend): Promise<WindowStart> {
  return {
    kind: 'start',
    job,
    dataset: await readFile(job.dataset.path),
    initialModel: job.initialModel && (await readFile(job.initialModel, 'utf8')),
    backend,
    software: isSoftwareGpuWanted(),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
