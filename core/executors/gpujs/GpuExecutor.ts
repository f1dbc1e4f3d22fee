/**
 * The GPU executor: a program as GPU.js kernels.
 *
 * Reading order: rewrite.ts (what the GPU computes), placement.ts (what it stores), KernelWriter.ts
 * and writers/ (a kernel's source), planKernels.ts; then what runs them: webgpu/ (a step traced into
 * one GPU.js pipeline, many steps in one submission) or webgl2/ (kernel after kernel over textures).
 * The backend is handed in with its GPU.js instance: in Node that is WebGPU over Dawn, in a window
 * the browser's WebGPU or else its WebGL2.
 *
 * float32 throughout; integers are kept as floats, which are exact to 2²⁴.
 */
import { ProgramInputError } from '../../graph/errors.ts';
import type { Program } from '../../graph/Program.ts';
import { checkInputs } from '../checkInputs.ts';
import { requireState, requireSteps } from '../checkLoop.ts';
import type { Executable, Executor, LoopExecutable, LoopProgram, TensorMap } from '../Executor.ts';
import type { CompileWatch } from './CompileWatch.ts';
import { createGpuStep } from './createGpuStep.ts';
import type { GpuBackend } from './GpuBackend.ts';
import type { GpuStep } from './GpuStep.ts';

export interface GpuExecutorOptions {
  /** Adapter and backend in words. */
  readonly detail: string;
  /** Bytes that the device holds in one piece; not checked when left out. */
  readonly largestBuffer?: number;
  readonly watch?: CompileWatch;
}

/** Same program, inputs and device: bit-identical results. */
export function gpuExecutor(
  backend: GpuBackend,
  { detail, ...limits }: GpuExecutorOptions,
): Executor {
  const createStep = (loop: LoopProgram) => createGpuStep(backend, loop, limits);
  return {
    name: 'gpujs',
    threads: 1,
    detail,
    backend: backend.name,
    compile: (program) => createExecutable(createStep, program),
    compileLoop: (step) => createLoop(createStep, step),
  };
}

type CreateStep = (loop: LoopProgram) => Promise<GpuStep>;

/** A loop of one step without state. */
async function createExecutable(createStep: CreateStep, program: Program): Promise<Executable> {
  const sequences = program.inputs.map(({ name }) => name);
  const reports = [...program.outputs.keys()];
  const step = await createStep({ program, state: [], sequences, reports });
  return {
    async run(given) {
      checkInputs(program.inputs, given);
      return step.run(1, given);
    },
    dispose: () => step.dispose(),
  };
}

async function createLoop(createStep: CreateStep, loop: LoopProgram): Promise<LoopExecutable> {
  const step = await createStep(loop);
  const declared = (names: readonly string[]) =>
    loop.program.inputs.filter((input) => names.includes(input.name));
  const [states, sequences] = [declared(loop.state), declared(loop.sequences)];
  let isReady = loop.state.length === 0;
  /** What was set and has not been trained on. */
  let fresh: TensorMap | null = null;
  let isDisposed = false;

  return {
    async setState(given) {
      refuseDisposed(isDisposed);
      checkInputs(states, given);
      fresh = Object.fromEntries(states.map(({ name }) => [name, given[name].slice()]));
      step.writeState(fresh);
      isReady = true;
    },
    async getState() {
      refuseDisposed(isDisposed);
      requireState(isReady);
      if (!fresh) return step.readState();
      return Object.fromEntries(Object.entries(fresh).map(([name, data]) => [name, data.slice()]));
    },
    async run(steps, given) {
      refuseDisposed(isDisposed);
      requireState(isReady);
      requireSteps(steps);
      checkInputs(sequences, given, steps);
      const reports = await step.run(steps, given);
      fresh = null;
      return reports;
    },
    dispose() {
      isDisposed = true;
      return step.dispose();
    },
  };
}

function refuseDisposed(isDisposed: boolean): void {
  if (isDisposed) throw new ProgramInputError('The loop is disposed of.');
}
