/**
 * A step's kernels as GPU.js functions that hand on textures.
 *
 * Every kernel of the plan writes a texture of its own, again in every step. What makes a state has
 * two: steps take turns, each reading what the one before it wrote, so no state is ever copied. Kernels
 * of the same source are compiled once, whatever they read and write: compiling is what a start takes.
 */
import { sizeOf } from '../../../graph/Tensor.ts';
import type { LoopProgram } from '../../Executor.ts';
import type { CompileWatch } from '../CompileWatch.ts';
import type { GpuFunction, GpuInstance, KernelSettings } from '../GpuModule.ts';
import type { GpuNode } from '../GpuNode.ts';
import type { KernelPlan, PlannedKernel } from '../planKernels.ts';
import { integerFunctions } from './dialect.ts';
import { programOf } from './programOf.ts';
import { rowSize } from './rowSize.ts';
import { type Pass, runPass } from './runPass.ts';
import type { Texture } from './Texture.ts';
import type { TexturePort } from './TexturePort.ts';

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
  /** By what they are compiled from. */
  readonly #compiled = new Map<string, Compiled>();
  readonly #stored: Texture[] = [];
  /** Of what makes no state: both turns write it. */
  readonly #results = new Map<PlannedKernel, Texture>();

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
    this.#watch?.expect(new Set(this.#plan.kernels.map(programOf)).size);
    const given = this.#givenTextures();
    const first = this.#turn(given);
    const second = this.#turn(new Map([...given, ...this.#read(first.state)]));
    // The first was built before there was a state for it to read.
    const standIns = new Map(
      [...this.#read(second.state)].map(([node, texture]) => [given.get(node), texture] as const),
    );
    const passes = first.passes.map(({ reads, ...pass }) => ({
      ...pass,
      reads: reads.map((texture) => standIns.get(texture) ?? texture),
    }));
    const sequences = this.#loop.sequences.flatMap((name) => {
      const texture = given.get(this.#plan.inputs.get(name)!);
      return texture ? [[name, texture] as const] : [];
    });
    return { turns: [{ ...first, passes }, second], sequences: new Map(sequences) };
  }

  dispose(): void {
    for (const { call, own } of this.#compiled.values()) {
      if (call.kernel) call.kernel.texture = own;
      destroy(call);
    }
    for (const texture of this.#stored) this.#port.delete(texture);
  }

  /** What stands in memory from the start. */
  #givenTextures(): Textures {
    const sample = this.#sample();
    const given = new Map<GpuNode, Texture>();
    for (const node of new Set(this.#plan.kernels.flatMap(({ reads }) => reads))) {
      const { op, shape } = node;
      if (op.kind !== 'input' && op.kind !== 'constant') continue;
      const texture = this.#storage(sample, rowSize(sizeOf(shape)), sizeOf(shape));
      if (op.kind === 'constant') this.#port.write(texture, Float32Array.from(op.values));
      given.set(node, texture);
    }
    return given;
  }

  /** A texture as GPU.js makes them. */
  #sample(): Texture {
    const nothing = { source: 'function () {\nreturn 0.0;\n}', output: [1] };
    const call = createFunction(this.#gpu, nothing, this.#corners);
    const own = resultOf(call, []);
    this.#compiled.set('', { call, own });
    return own;
  }

  /** Zeros to be written over, for kernels like what a kernel has made: that saves compiling one. */
  #storage(sample: Texture, [width, height]: readonly [number, number], count: number): Texture {
    const texture = this.#port.create(width, height);
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
    const make = (kernel: PlannedKernel): Texture => {
      const reads = kernel.reads.map((read) => values.get(read)!);
      const pass = this.#run(kernel, reads);
      passes.push(pass);
      values.set(kernel.node, pass.target);
      return pass.target;
    };
    for (const kernel of this.#plan.kernels) {
      const names = this.#statesOf(kernel.node);
      // Each state has a texture of its own: it may be set to something else.
      for (const name of names) state.set(name, make(kernel));
      if (names.length === 0) this.#results.set(kernel, make(kernel));
    }
    const reports = this.#loop.reports.map(
      (name) => [name, values.get(this.#plan.outputs.get(name)!)!] as const,
    );
    return { passes, state, reports: new Map(reports) };
  }

  #statesOf(node: GpuNode): string[] {
    return this.#loop.state.filter((name) => this.#plan.outputs.get(name) === node);
  }

  /** Into what it wrote in the turn before, or into what nobody else writes. */
  #run(kernel: PlannedKernel, reads: readonly Texture[]): Pass {
    const known = this.#compiled.get(programOf(kernel));
    const before = this.#results.get(kernel);
    if (!known) {
      const { call, own } = this.#compile(kernel, reads);
      return { call, reads, target: own };
    }
    const { call, own } = known;
    const [width = 1, height = 1] = Array.from(own.size);
    const count = sizeOf(kernel.node.shape);
    const pass = { call, reads, target: before ?? this.#storage(own, [width, height], count) };
    if (runPass(pass) !== pass.target) throw unknownVersion();
    return pass;
  }

  /** Which its first run does. */
  #compile(kernel: PlannedKernel, reads: readonly Texture[]): Compiled {
    const call = createFunction(this.#gpu, kernel, this.#corners);
    try {
      const compiled = { call, own: resultOf(call, reads) };
      this.#compiled.set(programOf(kernel), compiled);
      this.#watch?.compiled();
      return compiled;
    } catch (error) {
      destroy(call);
      throw error;
    }
  }
}

/** A function with the texture that GPU.js made for it. */
interface Compiled {
  readonly call: GpuFunction;
  readonly own: Texture;
}

function createFunction(
  gpu: GpuInstance,
  { source, output }: Pick<PlannedKernel, 'source' | 'output'>,
  corners: object,
): GpuFunction {
  const made = gpu.createKernel(source, settingsOf(output));
  made.buffer = corners;
  return made;
}

function destroy(made: GpuFunction): void {
  // It is not the function's to delete.
  made.buffer = null;
  made.destroy?.();
}

/** Runs it for the first time, which compiles it. */
function resultOf(call: GpuFunction, reads: readonly Texture[]): Texture {
  const result = call(...reads) as Partial<Texture>;
  if (call.fallbackReason) throw new Error(`GPU.js left WebGL2: ${call.fallbackReason}.`);
  if (!result?.texture || !result.size || call.kernel?.texture !== result) throw unknownVersion();
  return result as Texture;
}

const unknownVersion = () =>
  new Error('This version of GPU.js keeps its results in another way than 2.24 does.');

const settingsOf = (output: readonly number[]): KernelSettings => ({
  output,
  precision: 'single',
  pipeline: true,
  returnType: 'Number',
  tactic: 'precision',
  fixIntegerDivisionAccuracy: false,
  nativeFunctions: integerFunctions,
});
