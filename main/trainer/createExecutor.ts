/** The one place that loads ONNX Runtime and GPU.js: executors get their environment handed in. */
import { createRequire } from 'node:module';
import type { Executor } from '../../core/executors/Executor.ts';
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import { onnxExecutor } from '../../core/executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../../core/executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../../core/executors/reference/ReferenceExecutor.ts';
import { cpuThreads } from './cpuThreads.ts';
import { openDawn } from './openDawn.ts';
import type { ExecutorChoice } from './TrainerProtocol.ts';

/**
 * Loaded only when wanted: the library is 20 MB, and the reference executor must work without it.
 */
const load = createRequire(import.meta.url);

/** Where there is no GPU it is the CPU's. */
export async function createExecutor(choice: ExecutorChoice): Promise<Executor> {
  switch (choice) {
    case 'onnx':
      return onnxExecutor(load('onnxruntime-node') as OrtModule, { threads: cpuThreads });
    case 'gpujs': {
      const opened = await openDawn();
      return 'gpu' in opened ? gpuExecutor(opened.backend, opened) : createExecutor('onnx');
    }
    case 'reference':
      return referenceExecutor();
    default:
      return choice satisfies never;
  }
}
