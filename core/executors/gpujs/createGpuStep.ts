/** From the program of a step to the step on the device: planned, checked, made and proved. */
import type { Program } from '../../graph/Program.ts';
import { formatShape, sizeOf } from '../../graph/Tensor.ts';
import type { LoopProgram } from '../Executor.ts';
import type { CompileWatch } from './CompileWatch.ts';
import { DeviceLimitError } from './DeviceLimitError.ts';
import type { GpuBackend } from './GpuBackend.ts';
import { type GpuStep, WIDTH } from './GpuStep.ts';
import { type KernelPlan, planKernels } from './planKernels.ts';

interface GpuStepOptions {
  /** Bytes that the device holds in one piece; not checked when left out. */
  readonly largestBuffer?: number | undefined;
  readonly watch?: CompileWatch | undefined;
}

/**
 * Throws DeviceLimitError before anything is made on the device, GpuLostError, and an Error in the
 * device's words for what it refuses to compile or to compute.
 */
export async function createGpuStep(
  backend: GpuBackend,
  loop: LoopProgram,
  { largestBuffer = Number.POSITIVE_INFINITY, watch }: GpuStepOptions,
): Promise<GpuStep> {
  const plan = planKernels(loop.program, backend.dialect);
  refuseTooLarge(loop.program, plan, largestBuffer);
  const step = await backend.createStep(loop, plan, watch);
  try {
    await proveStep(step, loop);
    return step;
  } catch (error) {
    await step.dispose();
    throw error;
  }
}

/**
 * Runs it once on zeros, before anything is trained: what a device has no memory for, or cannot
 * compile, comes to light when it computes.
 */
async function proveStep(step: GpuStep, { program, sequences }: LoopProgram): Promise<void> {
  const sizes = new Map(program.inputs.map(({ name, shape }) => [name, sizeOf(shape)]));
  const zeros = sequences.map((name) => [name, new Float32Array(sizes.get(name)!)] as const);
  await step.run(1, Object.fromEntries(zeros));
}

/** Naming the input, or the shape of the intermediate result, that the device cannot hold in one piece. */
function refuseTooLarge({ inputs }: Program, { kernels }: KernelPlan, largest: number): void {
  const stored = [
    ...inputs.map(({ name, shape }) => ({ what: `"${name}"`, shape })),
    ...kernels.map(({ node: { op, shape } }) => ({
      what: `a result of ${op.kind}, ${formatShape(shape)},`,
      shape,
    })),
  ];
  for (const { what, shape } of stored) {
    const bytes = sizeOf(shape) * WIDTH;
    if (bytes > largest) throw new DeviceLimitError(what, bytes, largest);
  }
}
