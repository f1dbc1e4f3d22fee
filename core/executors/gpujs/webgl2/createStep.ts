import type { LoopProgram } from '../../Executor.ts';
import type { CompileWatch } from '../CompileWatch.ts';
import type { GpuInstance } from '../GpuModule.ts';
import type { GpuStep } from '../GpuStep.ts';
import type { KernelPlan } from '../planKernels.ts';
import { buildStep } from './buildStep.ts';
import type { Device } from './Device.ts';
import { ReplayedStep } from './ReplayedStep.ts';
import { TexturePort } from './TexturePort.ts';

interface StepDevice {
  readonly gpu: GpuInstance;
  readonly gl: Device;
  /** A buffer for what all kernels draw. */
  readonly corners: object;
  readonly watch: CompileWatch | undefined;
}

/** Built kernel by kernel: WebGL2 has no plan of passes. */
export function createStep(
  { gpu, gl, corners, watch }: StepDevice,
  loop: LoopProgram,
  plan: KernelPlan,
): GpuStep {
  const port = new TexturePort(gl);
  try {
    return new ReplayedStep(gl, port, loop, buildStep({ gpu, port, corners, watch }, loop, plan));
  } catch (error) {
    port.dispose();
    throw error;
  }
}
