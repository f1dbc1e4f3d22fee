import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { selfTestResult } from '../selfTestResult.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowBackend } from '../TrainerWindowProtocol.ts';
import { openGpu } from './openGpu.ts';

export async function selfTestInWindow(
  backend: WindowBackend,
  software: boolean,
): Promise<TrainerMessage> {
  const opened = await openGpu(backend, software);
  if ('gpu' in opened) {
    const result = await selfTestResult(gpuExecutor(opened.backend, opened));
    return { kind: 'self-tested', results: [result] };
  }
  const none = { detail: '', largestDifference: null, stepsPerSecond: null };
  const { problem } = opened;
  return { kind: 'self-tested', results: [{ executor: 'gpujs', backend, ...none, problem }] };
}
