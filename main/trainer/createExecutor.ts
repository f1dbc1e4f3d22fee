/** The one place that loads ONNX Runtime and GPU.js: executors get their environment handed in. */
import { createRequire } from 'node:module';
import type { Executor } from '../../core/executors/Executor.ts';
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import { onnxExecutor } from '../../core/executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../../core/executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../../core/executors/reference/ReferenceExecutor.ts';
import { cpuThreads } from './cpuThreads.ts';
import { insteadOfGpu } from './OpenedGpu.ts';
import { openDawn } from './openDawn.ts';
import type { ExecutorChoice } from './TrainerProtocol.ts';

/**
 * Loaded only when wanted: the library is 20 MB, and the reference executor must work without it.
 */
const load = createRequire(import.meta.url);

export async function createExecutor(choice: ExecutorChoice): Promise<Executor> {
  switch (choice) {
    case 'onnx':
      return onnxExecutor(load('onnxruntime-node') as OrtModule, { threads: cpuThreads });
    case 'gpujs':
      return openGpuExecutor();
    case 'reference':
      return referenceExecutor();
    default:
      return choice satisfies never;
  }
}

/** The CPU's executor, whose detail says why it is not the GPU's. */
export function cpuInstead(reason: string): Executor {
  const cpu = onnxExecutor(load('onnxruntime-node') as OrtModule, { threads: cpuThreads });
  return { ...cpu, detail: insteadOfGpu(cpu.detail, reason) };
}

/** Where there is no GPU the CPU trains, and the run's record says why. */
async function openGpuExecutor(): Promise<Executor> {
  const opened = await openDawn();
  if ('gpu' in opened) return gpuExecutor(opened.backend, opened);
  return cpuInstead(opened.reason);
}
