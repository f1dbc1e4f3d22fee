import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { selfTestResult } from '../selfTestResult.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import { openGpu } from './openGpu.ts';
import { openInstead } from './openInstead.ts';

/** The self-test of the page's GPU: of WebGL2, too, where a training would go on to it. */
export async function selfTestInWindow(software: boolean): Promise<TrainerMessage> {
  const opened = await openGpu(software);
  if ('problem' in opened) {
    const { problem } = opened;
    const none = { detail: '', largestDifference: null, stepsPerSecond: null };
    return {
      kind: 'self-tested',
      results: [{ executor: 'gpujs', backend: 'webgpu', ...none, problem }],
    };
  }
  const result = await selfTestResult(gpuExecutor(opened.backend, opened));
  const refusal = result.backend === 'webgpu' ? result.problem : null;
  const instead = refusal && openInstead(refusal, software);
  const results = instead
    ? [result, await selfTestResult(gpuExecutor(instead.backend, instead))]
    : [result];
  return { kind: 'self-tested', results };
}
