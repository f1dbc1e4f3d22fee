/**
 * A step's kernels as GPU.js functions that hand on textures.
 *
 * A function writes its own texture, again at every call. What makes a state is there twice: steps
 * take turns, each reading what the one before it wrote, so no state is ever copied.
 */
import { sizeOf } from '../../../graph/Tensor.ts';
import type { LoopProgram } from '../../Executor.ts';
import type { CompileWatch } from '../CompileWatch.ts';
import type { GpuFunction, GpuInstance, KernelSettings } from '../GpuModule.ts';
import type { GpuNode } from '../GpuNode.ts';
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
interface Turn {
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

export interface BuildStepOptions {
  readonly gpu: GpuInstance;
  readonly port: TexturePort;
  /** A buffer for what all kernels draw. */
  readonly corners: object;
  readonly watch: CompileWatch | undefined;
}

type Textures = ReadonlyMap<GpuNode, Texture>;

/** Throws an Error in the device's words. */
export function buildStep(
  options: BuildStepOptions,
  loop: LoopProgram,
  plan: KernelPlan,
): BuiltStep {
  const builder = new StepBuilder(options, loop, plan);
  const dispose = () => builder.dispose();
  try {
    return { ...builder.build(), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

class StepBuilder {
  readonly #gpu: GpuInstance;
  readonly #port: TexturePort;
  readonly #corners: object;
  readonly #watch: CompileWatch | undefined;
  readonly #loop: LoopProgram;
  readonly #plan: KernelPlan;
  readonly #functions: GpuFunction[] = [];
  /** Those that have run. */
  readonly #compiled = new Set<GpuFunction>();
  readonly #stored: Texture[] = [];
  /** What both turns run. */
  readonly #shared = new Map<PlannedKernel, GpuFunction>();

  constructor(
    { gpu, port, corners, watch }: BuildStepOptions,
    loop: LoopProgram,
    plan: KernelPlan,
  ) {
    this.#gpu = gpu;
    this.#port = port;
    this.#corners = corners;
    this.#watch = watch;
    this.#loop = loop;
    this.#plan = plan;
  }

  build(): Pick<BuiltStep, 'turns' | 'sequences'> {
    // Each kernel is compiled once, but what makes a state once for either turn.
    const compiled = this.#plan.kernels.map(({ node }) => 2 * this.#statesOf(node).length || 1);
    this.#watch?.expect(compiled.reduce((sum, count) => sum + count, 0));
    const given = this.#givenTextures();
    const first = this.#turn(given);
    const second = this.#turn(new Map([...given, ...this.#read(first.state)]));
    // The first was built before there was a state for it to read.
    const standIns = new Map(
      [...this.#read(second.state)].map(([node, texture]) => [given.get(node), texture] as const),
    );
    const passes = first.passes.map(({ call, reads }) => ({
      call,
      reads: reads.map((texture) => standIns.get(texture) ?? texture),
    }));
    const sequences = this.#loop.sequences.flatMap((name) => {
      const texture = given.get(this.#plan.inputs.get(name)!);
      return texture ? [[name, texture] as const] : [];
    });
    return { turns: [{ ...first, passes }, second], sequences: new Map(sequences) };
  }

  dispose(): void {
    for (const made of this.#functions) {
      // It is not the function's to delete.
      made.buffer = null;
      made.destroy?.();
    }
    for (const texture of this.#stored) this.#port.delete(texture);
  }

  /** What stands in memory from the start. */
  #givenTextures(): Textures {
    const sample = run(this.#create({ source: 'function () {\nreturn 0.0;\n}', output: [1] }), []);
    const given = new Map<GpuNode, Texture>();
    for (const node of new Set(this.#plan.kernels.flatMap(({ reads }) => reads))) {
      const { op, shape } = node;
      if (op.kind !== 'input' && op.kind !== 'constant') continue;
      const texture = this.#storage(sample, sizeOf(shape));
      if (op.kind === 'constant') this.#port.write(texture, Float32Array.from(op.values));
      given.set(node, texture);
    }
    return given;
  }

  /** Zeros to be written over, for kernels like what a kernel has made: that saves compiling one. */
  #storage(sample: Texture, count: number): Texture {
    const texture = this.#port.create(...rowSize(count));
    const dimensions = [count, 1, 1];
    const made = new sample.constructor({ ...sample, ...texture, output: [count], dimensions });
    this.#stored.push(made);
    return made;
  }

  /** The state as the inputs that read it. */
  #read(state: ReadonlyMap<string, Texture>): Textures {
    const inputs = [...state].flatMap(([name, texture]) => {
      const node = this.#plan.inputs.get(name);
      return node ? [[node, texture] as const] : [];
    });
    return new Map(inputs);
  }

  #turn(given: Textures): Turn {
    const values = new Map(given);
    const passes: Pass[] = [];
    const state = new Map<string, Texture>();
    const make = ({ node, reads: nodes }: PlannedKernel, call: GpuFunction): Texture => {
      const reads = nodes.map((read) => values.get(read)!);
      passes.push({ call, reads });
      const texture = run(call, reads);
      if (!this.#compiled.has(call)) this.#watch?.compiled();
      this.#compiled.add(call);
      values.set(node, texture);
      return texture;
    };
    for (const kernel of this.#plan.kernels) {
      const names = this.#statesOf(kernel.node);
      // Each state has a texture of its own: it may be set to something else.
      for (const name of names) state.set(name, make(kernel, this.#create(kernel)));
      if (names.length === 0) make(kernel, this.#sharedFunction(kernel));
    }
    const reports = this.#loop.reports.map(
      (name) => [name, values.get(this.#plan.outputs.get(name)!)!] as const,
    );
    return { passes, state, reports: new Map(reports) };
  }

  #statesOf(node: GpuNode): string[] {
    return this.#loop.state.filter((name) => this.#plan.outputs.get(name) === node);
  }

  #sharedFunction(kernel: PlannedKernel): GpuFunction {
    const call = this.#shared.get(kernel) ?? this.#create(kernel);
    this.#shared.set(kernel, call);
    return call;
  }

  #create({ source, output }: Pick<PlannedKernel, 'source' | 'output'>): GpuFunction {
    const made = this.#gpu.createKernel(source, settingsOf(output));
    made.buffer = this.#corners;
    this.#functions.push(made);
    return made;
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
