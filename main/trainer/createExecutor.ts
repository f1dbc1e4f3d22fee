/** The one place that loads ONNX Runtime: executors get their environment handed in. */
import { createRequire } from 'node:module';
import type { Executor } from '../../core/executors/Executor.ts';
import { onnxExecutor } from '../../core/executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../../core/executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../../core/executors/reference/ReferenceExecutor.ts';
import type { ExecutorChoice } from './TrainerProtocol.ts';

/**
 * Loaded only when wanted: the library is 20 MB, and the reference executor must work without it.
 */
const load = createRequire(import.meta.url);

export function createExecutor(choice: ExecutorChoice): Executor {
  switch (choice) {
    case 'onnx':
      return onnxExecutor(load('onnxruntime-node') as OrtModule);
    case 'reference':
      return referenceExecutor();
    default:
      return choice satisfies never;
  }
}
