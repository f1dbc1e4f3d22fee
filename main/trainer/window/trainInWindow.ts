/** Trains one experiment in this page, on the GPU, and tells of it. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../../core/training/TrainingControl.ts';
import { deviceProblemOf } from '../deviceProblemOf.ts';
import { expectedDataset } from '../expectedDataset.ts';
import type { UsableGpu } from '../OpenedGpu.ts';
import type { TimingTurns } from '../TimingTurns.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowStart } from '../TrainerWindowProtocol.ts';
import { takeTurns } from '../takeTurns.ts';
import { tellPreparation } from '../tellPreparation.ts';
import { tellTraining } from '../tellTraining.ts';
import { toErrorData } from '../toErrorData.ts';
import { type FeederWorker, workerChunkSource } from '../workerChunkSource.ts';
import { openGpu } from './openGpu.ts';

interface WindowContext {
  readonly control: TrainingControl;
  readonly turns: TimingTurns;
  send(message: TrainerMessage): Promise<void>;
}

/** Returns the last message; never rejects. */
export async function trainInWindow(
  start: WindowStart,
  context: WindowContext,
): Promise<TrainerMessage> {
  try {
    const opened = await openGpu(start.backend, start.software);
    if ('problem' in opened) return { kind: 'gpu-failed', problem: opened.problem };
    return await trainOnGpu(opened, start, context);
  } catch (error) {
    if (error instanceof StudioError) return { kind: 'failed', error: toErrorData(error) };
    return { kind: 'gpu-failed', problem: deviceProblemOf(error) };
  }
}

/** Rejects with what the GPU refuses, and with whatever else goes wrong. */
async function trainOnGpu(
  { backend, ...opened }: UsableGpu,
  { job, initialModel, ...start }: WindowStart,
  { control, turns, send }: WindowContext,
): Promise<TrainerMessage> {
  const now = () => performance.now();
  const isSilent = job.isTimed === true;
  const preparation = tellPreparation({ send, now, isSilent });
  const dataset = expectedDataset(job.dataset, decodeWithHash(start.dataset));
  const executor = gpuExecutor(backend, { ...opened, watch: preparation.watch });
  const createSource = workerChunkSource(createFeederWorker);
  if (isSilent) {
    await takeTurns({ spec: job.spec, dataset, createSource }, executor, { turns, send });
    preparation.speak();
  }
  return tellTraining({
    job,
    dataset,
    executor,
    createSource,
    initialWeights: initialModel === null ? undefined : readModelFile(initialModel).weights,
    control,
    send: preparation.send,
    turn,
  });
}

/** The build looks for a worker whose file is named in the call. */
function createFeederWorker(): FeederWorker {
  const worker = new Worker(new URL('./feederWorker.ts', import.meta.url), { type: 'module' });
  return worker as unknown as FeederWorker;
}

/** Timers of a page wait for four milliseconds; a channel does not. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
