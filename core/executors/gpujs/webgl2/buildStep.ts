/**
 * A step's kernels as GPU.js functions that hand on textures.
 *
 * A function writes its own texture, again at every call. What makes a state is there twice: steps
 * take turns, each reading what the one before it wrote, so no state is ever copied.
 */
import { sizeOf } from '../../../graph/Tensor.ts';
import type { LoopProgram } from '../../Executor.ts';
import type { GpuFunction, GpuInstance, KernelSettings } from '../GpuModule.ts';
import type { GpuNode } from '../GpuNode.ts';
import { floats } from '../GpuStep.ts';
import type { KernelPlan, PlannedKernel } from '../planKernels.ts';
import { integerFunctions } from './dialect.ts';
import { rowSize } from './rowSize.ts';
import type { Texture } from './Texture.ts';
import type { TexturePort } from './TexturePort.ts';

interface Pass {
  readonly call: GpuFunction;
  readonly reads: readonly Texture[];
}

/** A step as it runs when its turn comes. */
export interface Turn {
  readonly passes: readonly Pass[];
  /** By name: what it leaves behind, for the other turn to read. */
  readonly state: ReadonlyMap<string, Texture>;
  readonly reports: ReadonlyMap<string, Texture>;
}

export interface BuiltStep {
  readonly turns: readonly [Turn, Turn];
  /** By name; a sequence that no kernel reads is not among them. */
  readonly sequences: ReadonlyMap<string, Texture>;
  dispose(): void;
}

/** `corners`: a buffer for what all kernels draw. Throws an Error in the device's words. */
export function buildStep(
  gpu: GpuInstance,
  port: TexturePort,
  corners: object,
  loop: LoopProgram,
  plan: KernelPlan,
): BuiltStep {
  const functions: GpuFunction[] = [];
  const stored: Texture[] = [];
  const dispose = () => {
    for (const made of functions) {
      // It is not the function's to delete.
      made.buffer = null;
      made.destroy?.();
    }
    for (const texture of stored) port.delete(texture);
  };

  function create(source: string, output: readonly number[]): GpuFunction {
    const made = gpu.createKernel(source, settingsOf(output));
    made.buffer = corners;
    functions.push(made);
    return made;
  }

  try {
    return { ...build(), dispose };
  } catch (error) {
    dispose();
    throw error;
  }

  function build() {
    const sample = run(create('function () {\nreturn 0.0;\n}', [1]), []);
    const given = new Map<GpuNode, Texture>();
    for (const node of new Set(plan.kernels.flatMap(({ reads }) => reads))) {
      const { op, shape } = node;
      if (op.kind !== 'input' && op.kind !== 'constant') continue;
      const texture = storage(sample, sizeOf(shape));
      if (op.kind === 'constant') port.write(texture, floats(Float32Array.from(op.values)));
      given.set(node, texture);
    }
    const shared = new Map<PlannedKernel, Pass['call']>();
    const first = turn(given, shared);
    const second = turn(readingState(given, first.state), shared);
    // The first was built before there was a state for it to read.
    const standIns = new Map(
      [...second.state].flatMap(([name, texture]) => {
        const node = plan.inputs.get(name);
        const standIn = node && given.get(node);
        return standIn ? [[standIn, texture] as const] : [];
      }),
    );
    const passes = first.passes.map(({ call, reads }) => ({
      call,
      reads: reads.map((texture) => standIns.get(texture) ?? texture),
    }));
    const sequences = new Map(
      loop.sequences.flatMap((name) => {
        const node = plan.inputs.get(name);
        const texture = node && given.get(node);
        return texture ? [[name, texture] as const] : [];
      }),
    );
    return { turns: [{ ...first, passes }, second] as const, sequences };
  }

  /** Zeros to be written over, for kernels like what a kernel has made: that saves compiling one. */
  function storage(sample: Texture, count: number): Texture {
    const texture = port.create(...rowSize(count));
    const dimensions = [count, 1, 1];
    const made = new sample.constructor({ ...sample, ...texture, output: [count], dimensions });
    stored.push(made);
    return made;
  }

  function readingState(given: ReadonlyMap<GpuNode, Texture>, state: ReadonlyMap<string, Texture>) {
    const values = new Map(given);
    for (const [name, texture] of state) {
      const node = plan.inputs.get(name);
      if (node) values.set(node, texture);
    }
    return values;
  }

  function turn(
    given: ReadonlyMap<GpuNode, Texture>,
    shared: Map<PlannedKernel, GpuFunction>,
  ): Turn {
    const values = new Map(given);
    const passes: Pass[] = [];
    const state = new Map<string, Texture>();
    const made = (kernel: PlannedKernel, call: GpuFunction) => {
      const reads = kernel.reads.map((node) => values.get(node)!);
      passes.push({ call, reads });
      const texture = run(call, reads);
      values.set(kernel.node, texture);
      return texture;
    };
    for (const kernel of plan.kernels) {
      const { source, output, node } = kernel;
      const names = loop.state.filter((name) => plan.outputs.get(name) === node);
      // Each state has a texture of its own: it may be set to something else.
      for (const name of names) state.set(name, made(kernel, create(source, output)));
      if (names.length > 0) continue;
      const call = shared.get(kernel) ?? create(source, output);
      shared.set(kernel, call);
      made(kernel, call);
    }
    const reports = new Map(
      loop.reports.map((name) => [name, values.get(plan.outputs.get(name)!)!] as const),
    );
    return { passes, state, reports };
  }
}

/** Runs it, which compiles it at the first call. */
function run(call: GpuFunction, reads: readonly Texture[]): Texture {
  const result = call(...reads) as Partial<Texture>;
  if (call.fallbackReason) throw new Error(`GPU.js left WebGL2: ${call.fallbackReason}.`);
  if (!result?.texture || !result.size) {
    throw new Error('This version of GPU.js keeps its results in another way than 2.24 does.');
  }
  return result as Texture;
}

const settingsOf = (output: readonly number[]): KernelSettings => ({
  output,
  precision: 'single',
  pipeline: true,
  returnType: 'Number',
  tactic: 'precision',
  fixIntegerDivisionAccuracy: false,
  nativeFunctions: integerFunctions,
});
