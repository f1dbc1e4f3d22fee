/** Trains one experiment in this page, on the GPU, and tells of it. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../../core/training/TrainingControl.ts';
import { deviceProblemOf } from '../deviceProblemOf.ts';
import { expectedDataset } from '../expectedDataset.ts';
import type { UsableGpu } from '../OpenedGpu.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowStart } from '../TrainerWindowProtocol.ts';
import { tellPreparation } from '../tellPreparation.ts';
import { tellTraining } from '../tellTraining.ts';
import { timedExecutor } from '../timedExecutor.ts';
import { toErrorData } from '../toErrorData.ts';
import { type FeederWorker, workerChunkSource } from '../workerChunkSource.ts';
import { openGpu } from './openGpu.ts';
import { openInstead } from './openInstead.ts';
import { tellingExecutor } from './tellingExecutor.ts';

interface WindowContext {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
  /** Resolves when a training that was timed is to begin. */
  readonly go: Promise<void>;
}

interface GpuContext extends WindowContext {
  /** Hears what the GPU refuses, before it is thrown on. */
  refuse(error: unknown): void;
}

/**
 * Returns the last message; never rejects. What WebGPU refuses to compile or to compute before
 * anything has begun is tried on WebGL2.
 */
export async function trainInWindow(
  start: WindowStart,
  context: WindowContext,
): Promise<TrainerMessage> {
  const { software } = start;
  let hasBegun = false;
  const send = (message: TrainerMessage) => {
    hasBegun ||= message.kind === 'timed' || message.kind === 'started';
    return context.send(message);
  };
  const refused = new Set<unknown>();
  const isFinal = (error: unknown) =>
    hasBegun || error instanceof StudioError || !refused.has(error);
  const trainOn = (gpu: UsableGpu) =>
    trainOnGpu(gpu, start, { ...context, send, refuse: (error) => void refused.add(error) });
  try {
    const opened = await openGpu(software);
    if ('problem' in opened) return { kind: 'gpu-failed', problem: opened.problem };
    try {
      return await trainOn(opened);
    } catch (error) {
      if (opened.backend.name !== 'webgpu' || isFinal(error)) throw error;
      await giveBack(opened);
      const instead = openInstead(deviceProblemOf(error), software);
      if (!instead) throw error;
      // Where WebGL2 refuses it too, there is more to learn from what WebGPU said.
      return await trainOn(instead).catch((second) =>
        Promise.reject(isFinal(second) ? second : error),
      );
    }
  } catch (error) {
    if (error instanceof StudioError) return { kind: 'failed', error: toErrorData(error) };
    return { kind: 'gpu-failed', problem: deviceProblemOf(error) };
  }
}

/** Two at once may be more than the card holds. One that is lost may refuse to be given back. */
async function giveBack({ gpu }: UsableGpu): Promise<void> {
  try {
    await gpu.destroy();
  } catch {
    // What it refused before is told.
  }
}

/** Rejects with what the GPU refuses, and with whatever else goes wrong. */
async function trainOnGpu(
  { backend, insteadOfWebGpu, ...opened }: UsableGpu,
  { job, initialModel, isTimed, ...start }: WindowStart,
  { control, send, go, refuse }: GpuContext,
): Promise<TrainerMessage> {
  const now = () => performance.now();
  const preparation = tellPreparation({ send, now, isSilent: isTimed });
  const dataset = expectedDataset(job.dataset, decodeWithHash(start.dataset));
  const options = { ...opened, watch: preparation.watch };
  const executor = tellingExecutor(gpuExecutor(backend, options), refuse);
  const createSource = workerChunkSource(createFeederWorker);
  if (isTimed) {
    await send({ kind: 'measuring-devices' });
    const begun = { spec: job.spec, dataset, createSource };
    await send({ kind: 'timed', timing: await timedExecutor(begun, executor) });
    await go;
    preparation.speak();
  }
  return tellTraining({
    job,
    dataset,
    executor,
    ...(insteadOfWebGpu && { insteadOfWebGpu }),
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
