/** The GPU of this test file; null, and its detail the reason, where the machine has no adapter. */
import { gpuExecutor } from '../../../../core/executors/gpujs/GpuExecutor.ts';
import { openDawn } from '../../openDawn.ts';

const opened = await openDawn({ software: true });

export const testGpu =
  'gpu' in opened
    ? { ...opened, executor: gpuExecutor(opened.backend, opened) }
    : { gpu: null, executor: null, detail: opened.problem.code };
