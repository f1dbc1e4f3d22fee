import type { LoopProgram } from '../../Executor.ts';
import type { CompileWatch } from '../CompileWatch.ts';
import type { GpuInstance } from '../GpuModule.ts';
import type { GpuStep } from '../GpuStep.ts';
import type { KernelPlan } from '../planKernels.ts';
import { recordedStep } from './RecordedStep.ts';
import { ReplayedStep } from './ReplayedStep.ts';
import { compileStep, traceStep } from './traceStep.ts';
import { watchBuilds } from './watchBuilds.ts';

/** Traced into one GPU.js pipeline, compiled, and taken over. */
export async function createStep(
  gpu: GpuInstance,
  loop: LoopProgram,
  plan: KernelPlan,
  watch?: CompileWatch,
): Promise<GpuStep> {
  const inputs = [...loop.state, ...loop.sequences];
  const traced = traceStep(gpu, plan, inputs, [...loop.state, ...loop.reports]);
  watch?.expect(traced.kernels);
  const unwatch = watch && watchBuilds(gpu, watch);
  try {
    await compileStep(traced, loop.program, inputs);
    return new ReplayedStep(loop, recordedStep(traced.pipeline, inputs.length), traced.dispose);
  } catch (error) {
    await traced.dispose();
    throw error;
  } finally {
    unwatch?.();
  }
}
