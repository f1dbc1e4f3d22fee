/**
 * What it takes to run planned kernels on a device. Peers implement it with the same files: webgpu/
 * and webgl2/.
 */
import type { LoopProgram } from '../Executor.ts';
import type { CompileWatch } from './CompileWatch.ts';
import type { GpuStep } from './GpuStep.ts';
import type { KernelPlan } from './planKernels.ts';
import type { ShaderDialect } from './ShaderDialect.ts';

export interface GpuBackend {
  readonly name: 'webgpu' | 'dawn' | 'webgl2';
  /** In which the plan's kernels are written. */
  readonly dialect: ShaderDialect;
  /** Throws an Error in the device's words for what it refuses to compile. */
  createStep(loop: LoopProgram, plan: KernelPlan, watch?: CompileWatch): Promise<GpuStep>;
}
