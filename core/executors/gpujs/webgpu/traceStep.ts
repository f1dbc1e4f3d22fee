/** One step as a GPU.js pipeline: its kernels created, called once in order under a trace. */
import type { Program } from '../../../graph/Program.ts';
import { sizeOf } from '../../../graph/Tensor.ts';
import type { GpuFunction, GpuInstance, GpuPipeline } from '../GpuModule.ts';
import type { GpuNode } from '../GpuNode.ts';
import type { KernelPlan } from '../planKernels.ts';

export interface TracedStep {
  readonly pipeline: GpuPipeline;
  /** To be compiled. */
  readonly kernels: number;
  readonly dispose: () => Promise<void>;
}

/**
 * `inputs` and `outputs` are in the order of the pipeline's inputs and results. Equal kernels are
 * created once.
 */
export function traceStep(
  gpu: GpuInstance,
  plan: KernelPlan,
  inputs: readonly string[],
  outputs: readonly string[],
): TracedStep {
  const functions = new Map<string, GpuFunction>();
  const calls = plan.kernels.map((kernel) => {
    const key = `${kernel.output.join('x')} ${kernel.source}`;
    const known = functions.get(key) ?? gpu.createKernel(kernel.source, settingsOf(kernel.output));
    functions.set(key, known);
    return { kernel, call: known };
  });
  const trace = (...handles: readonly unknown[]) => {
    const values = new Map<GpuNode, unknown>();
    for (const [index, name] of inputs.entries()) {
      const node = plan.inputs.get(name);
      if (node) values.set(node, handles[index]);
    }
    const given = (node: GpuNode) => {
      if (node.op.kind === 'constant') return Float32Array.from(node.op.values);
      return values.get(node);
    };
    for (const { kernel, call } of calls) values.set(kernel.node, call(...kernel.reads.map(given)));
    return outputs.map((name) => values.get(plan.outputs.get(name)!));
  };
  // GPU.js takes the number of inputs from the function's length, which rest parameters do not count in.
  Object.defineProperty(trace, 'length', { value: inputs.length });
  const pipeline = gpu.createPipeline(trace);
  return {
    pipeline,
    kernels: functions.size,
    dispose: async () => {
      await pipeline.destroy();
      for (const call of functions.values()) call.destroy?.();
    },
  };
}

/** Loops run to their ends: GPU.js cuts off only those whose bounds are not written down. */
const settingsOf = (output: readonly number[]) => ({ output, precision: 'single' }) as const;

/** GPU.js compiles a pipeline at its first call: on zeros, which nobody looks at. */
export async function compileStep(
  { pipeline }: TracedStep,
  { inputs }: Program,
  names: readonly string[],
): Promise<void> {
  const sizes = new Map(inputs.map(({ name, shape }) => [name, sizeOf(shape)]));
  await pipeline(...names.map((name) => new Float32Array(sizes.get(name)!)));
}
