/**
 * What the design buys: the same program as one GPU.js kernel for each operation, each of them in
 * mode `cpu`, called one after the other with arrays. Nothing is fused, nothing stays on a device.
 */
import { createRequire } from 'node:module';
import type { Executor, LoopProgram, TensorMap } from '../core/executors/Executor.ts';
import type { GpuInstance } from '../core/executors/gpujs/GpuModule.ts';
import type { GpuNode } from '../core/executors/gpujs/GpuNode.ts';
import type { nodesInMemory } from '../core/executors/gpujs/placement.ts';
import { planKernels } from '../core/executors/gpujs/planKernels.ts';
import type { ShaderDialect } from '../core/executors/gpujs/ShaderDialect.ts';
import { sizeOf } from '../core/graph/Tensor.ts';
import { GPU_JS_VERSION } from '../main/trainer/OpenedGpu.ts';

const javaScript: ShaderDialect = {
  quotient: (dividend, divisor) => `Math.floor(${dividend} / ${divisor})`,
  integer: (value) => value,
  largestDividend: 2 ** 31 - 1,
  hasGrids: false,
};

/** Everything but what is written out as a number. */
const everything: typeof nodesInMemory = (order) =>
  new Set(order.filter(({ op }) => op.kind !== 'constant' || op.values.length > 1));

export function naiveExecutor(): Pick<Executor, 'detail' | 'compileLoop'> {
  const { GPU } = createRequire(import.meta.url)('gpu.js') as {
    GPU: new (settings: { mode: 'cpu' }) => GpuInstance;
  };
  const gpu = new GPU({ mode: 'cpu' });
  return {
    detail: `GPU.js ${GPU_JS_VERSION}, mode cpu, one kernel an operation`,
    compileLoop: async (loop) => compile(gpu, loop),
  };
}

function compile(gpu: GpuInstance, { program, state, sequences, reports }: LoopProgram) {
  const plan = planKernels(program, javaScript, everything);
  const sizes = new Map(program.inputs.map(({ name, shape }) => [name, sizeOf(shape)]));
  const calls = plan.kernels.map(({ source, output, node, reads }) => {
    return { call: gpu.createKernel(source, { output }), node, reads };
  });
  let current: TensorMap = {};

  function step(inputs: TensorMap): ReadonlyMap<GpuNode, Float32Array> {
    const values = new Map<GpuNode, Float32Array>();
    for (const [name, node] of plan.inputs) values.set(node, Float32Array.from(inputs[name] ?? []));
    const given = (node: GpuNode) =>
      node.op.kind === 'constant' ? Float32Array.from(node.op.values) : values.get(node);
    for (const { call, node, reads } of calls) {
      values.set(node, call(...reads.map(given)) as Float32Array);
    }
    return values;
  }

  return {
    async setState(given: TensorMap) {
      current = given;
    },
    getState: async () => ({ ...current }),
    async run(steps: number, given: TensorMap) {
      const kept = reports.map((name) => [name, [] as number[]] as const);
      for (let index = 0; index < steps; index++) {
        const slices = sequences.map((name) => {
          const size = sizes.get(name) ?? 0;
          return [name, given[name]!.subarray(index * size, (index + 1) * size)] as const;
        });
        const values = step({ ...current, ...Object.fromEntries(slices) });
        const output = (name: string) => values.get(plan.outputs.get(name)!)!;
        current = Object.fromEntries(state.map((name) => [name, output(name).slice()]));
        for (const [name, list] of kept) list.push(...output(name));
      }
      return Object.fromEntries(kept.map(([name, list]) => [name, Float32Array.from(list)]));
    },
    async dispose() {
      for (const { call } of calls) call.destroy?.();
    },
  };
}
