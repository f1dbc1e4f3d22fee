import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { selfTestResult } from '../selfTestResult.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import { openGpu } from './openGpu.ts';

/** The self-test of the page's GPU. */
export async function selfTestInWindow(software: boolean): Promise<TrainerMessage> {
  const opened = await openGpu(software);
  if ('problem' in opened) {
    const { problem } = opened;
    const none = { detail: '', largestDifference: null, stepsPerSecond: null };
    return {
      kind: 'self-tested',
      result: { executor: 'gpujs', backend: 'webgpu', ...none, problem },
    };
  }
  const executor = gpuExecutor(opened.backend, opened);
  return { kind: 'self-tested', result: await selfTestResult(executor) };
}
