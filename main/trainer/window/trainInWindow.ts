/** Trains one experiment in this page, on the GPU, and tells of it. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import type { TrainingControl } from '../../../core/training/TrainingControl.ts';
import { deviceProblemOf } from '../deviceProblemOf.ts';
import { expectedDataset } from '../expectedDataset.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowStart } from '../TrainerWindowProtocol.ts';
import { tellTraining } from '../tellTraining.ts';
import { timedExecutor } from '../timedExecutor.ts';
import { toErrorData } from '../toErrorData.ts';
import { type FeederWorker, workerChunkSource } from '../workerChunkSource.ts';
import { openGpu } from './openGpu.ts';

interface WindowContext {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
  /** Resolves when a training that was timed is to begin. */
  readonly go: Promise<void>;
}

/** Returns the last message; never rejects. */
export async function trainInWindow(
  start: WindowStart,
  { control, send, go }: WindowContext,
): Promise<TrainerMessage> {
  try {
    const opened = await openGpu(start.software);
    if ('problem' in opened) return { kind: 'gpu-failed', problem: opened.problem };
    const { insteadOfWebGpu } = opened;
    const { job, initialModel } = start;
    const dataset = expectedDataset(job.dataset, decodeWithHash(start.dataset));
    const executor = gpuExecutor(opened.backend, opened);
    const createSource = workerChunkSource(createFeederWorker);
    if (start.isTimed) {
      await send({ kind: 'measuring-devices' });
      const begun = { spec: job.spec, dataset, createSource };
      await send({ kind: 'timed', timing: await timedExecutor(begun, executor) });
      await go;
    }
    return await tellTraining({
      job,
      dataset,
      executor,
      ...(insteadOfWebGpu && { insteadOfWebGpu }),
      createSource,
      initialWeights: initialModel === null ? undefined : readModelFile(initialModel).weights,
      control,
      send,
      turn,
    });
  } catch (error) {
    if (error instanceof StudioError) return { kind: 'failed', error: toErrorData(error) };
    return { kind: 'gpu-failed', problem: deviceProblemOf(error) };
  }
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
