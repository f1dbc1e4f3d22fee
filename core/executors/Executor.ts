/**
 * What it takes to run programs. Peers implement it with the same files: reference/ (the oracle),
 * onnx/ (CPU), gpujs/.
 *
 * Two ways to run: `compile` runs a program once per call; `compileLoop` runs one step many times
 * per call, feeding each step its slice of the sequences and carrying state from step to step
 * without handing it out in between. That second way is how training is fast: only reports come
 * back until somebody asks for the state.
 */
import type { Program } from '../graph/Program.ts';

/**
 * Row-major. Floats come as the executor's precision and may be given in either; ints as
 * Int32Array.
 */
export type TensorData = Float32Array | Float64Array | Int32Array;

export type TensorMap = Readonly<Record<string, TensorData>>;

export interface Executor {
  readonly name: 'reference' | 'onnx' | 'gpujs';
  readonly threads: number;
  /** Versions and device in words, stored with a run. */
  readonly detail: string;
  /** What of the graphics card it goes through. */
  readonly backend?: 'webgpu' | 'dawn' | 'webgl2';
  compile(program: Program): Promise<Executable>;
  compileLoop(step: LoopProgram): Promise<LoopExecutable>;
}

export interface Executable {
  /**
   * Every declared input by name; gives every output by name. Throws ProgramInputError for a wrong
   * name or length.
   */
  run(inputs: TensorMap): Promise<Record<string, TensorData>>;
  dispose(): Promise<void>;
}

/**
 * One step of a loop. The names that stand in both the program's inputs and its outputs are the
 * state. All other inputs are sequences: one slice a step. All other outputs are reports: one slice
 * a step comes back.
 */
export interface LoopProgram {
  readonly program: Program;
  readonly state: readonly string[];
  readonly sequences: readonly string[];
  readonly reports: readonly string[];
}

export interface LoopExecutable {
  /** Sets every state tensor; needed once before the first `run`, and to resume. */
  setState(state: TensorMap): Promise<void>;
  /** Copies of the state as it stands after the last `run`. */
  getState(): Promise<Record<string, TensorData>>;
  /**
   * Runs `steps` ≥ 1 steps; sequences hold [steps, ...shape]; reports come back as [steps,
   * ...shape].
   */
  run(steps: number, sequences: TensorMap): Promise<Record<string, TensorData>>;
  dispose(): Promise<void>;
}

/** Splits the inputs and outputs of a step into state, sequences and reports. */
export function loopProgram(program: Program): LoopProgram {
  const inputNames = program.inputs.map((input) => input.name);
  const outputNames = [...program.outputs.keys()];
  return {
    program,
    state: inputNames.filter((name) => program.outputs.has(name)),
    sequences: inputNames.filter((name) => !program.outputs.has(name)),
    reports: outputNames.filter((name) => !inputNames.includes(name)),
  };
}
