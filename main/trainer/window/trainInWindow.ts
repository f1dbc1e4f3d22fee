/** Trains one experiment in this page, on the GPU, and tells of it. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { GpuLostError } from '../../../core/executors/gpujs/GpuLostError.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { inlineChunkSource } from '../../../core/training/ChunkSource.ts';
import type { TrainingControl } from '../../../core/training/TrainingControl.ts';
import { expectedDataset } from '../expectedDataset.ts';
import type { WindowMessage, WindowStart } from '../TrainerWindowProtocol.ts';
import { tellTraining } from '../tellTraining.ts';
import { toErrorData } from '../toErrorData.ts';
import { openGpu } from './openGpu.ts';

interface WindowContext {
  readonly control: TrainingControl;
  send(message: WindowMessage): Promise<void>;
}

/** Returns the last message; never rejects. */
export async function trainInWindow(
  start: WindowStart,
  { control, send }: WindowContext,
): Promise<WindowMessage> {
  let isStarted = false;
  try {
    const opened = await openGpu(start.software);
    if ('reason' in opened) return { kind: 'no-gpu', reason: opened.reason };
    const { job, initialModel } = start;
    const dataset = expectedDataset(job.dataset, decodeWithHash(start.dataset));
    return await tellTraining({
      job,
      dataset,
      executor: gpuExecutor(opened.backend, opened),
      createSource: inlineChunkSource,
      initialWeights: initialModel === null ? undefined : readModelFile(initialModel).weights,
      control,
      send(message) {
        isStarted ||= message.kind === 'started';
        return send(message);
      },
      turn,
    });
  } catch (error) {
    return endOf(error, isStarted);
  }
}

/** What the GPU could not do before anything was trained, the CPU may. */
function endOf(error: unknown, isStarted: boolean): WindowMessage {
  const { message } = toErrorData(error);
  if (error instanceof GpuLostError) return { kind: 'gpu-lost', reason: message };
  if (isStarted || error instanceof StudioError) {
    return { kind: 'failed', error: toErrorData(error) };
  }
  return { kind: 'no-gpu', reason: message };
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
