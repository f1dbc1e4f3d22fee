/**
 * The GPU executor: a program as GPU.js kernels.
 *
 * Reading order: rewrite.ts (what the GPU computes), placement.ts (what it stores), KernelWriter.ts
 * and writers/ (a kernel's source), planKernels.ts, traceStep.ts (a step as one GPU.js pipeline),
 * RecordedStep.ts and GpuStep.ts (many steps in one submission). The GPU.js instance is handed in:
 * in Node it runs over Dawn, in a window over the browser's WebGPU.
 *
 * float32 throughout; integers are kept as floats, which are exact to 2²⁴.
 */
import { ProgramInputError } from '../../graph/errors.ts';
import type { Program } from '../../graph/Program.ts';
import { checkInputs } from '../checkInputs.ts';
import type { Executable, Executor, LoopExecutable, LoopProgram, TensorMap } from '../Executor.ts';
import type { GpuInstance } from './GpuModule.ts';
import { createGpuStep } from './GpuStep.ts';

export interface GpuExecutorOptions {
  /** Adapter and backend in words. */
  readonly detail: string;
}

export function gpuExecutor(gpu: GpuInstance, { detail }: GpuExecutorOptions): Executor {
  return {
    name: 'gpujs',
    threads: 1,
    detail,
    compile: (program) => createExecutable(gpu, program),
    compileLoop: (step) => createLoop(gpu, step),
  };
}

/** A loop of one step without state. */
async function createExecutable(gpu: GpuInstance, program: Program): Promise<Executable> {
  const sequences = program.inputs.map(({ name }) => name);
  const reports = [...program.outputs.keys()];
  const step = await createGpuStep(gpu, { program, state: [], sequences, reports });
  return {
    async run(given) {
      checkInputs(program.inputs, given);
      return step.run(1, given);
    },
    dispose: () => step.dispose(),
  };
}

async function createLoop(gpu: GpuInstance, loop: LoopProgram): Promise<LoopExecutable> {
  const step = await createGpuStep(gpu, loop);
  const declared = (names: readonly string[]) =>
    loop.program.inputs.filter((input) => names.includes(input.name));
  const [states, sequences] = [declared(loop.state), declared(loop.sequences)];
  let isReady = loop.state.length === 0;
  /** What was set and has not been trained on. */
  let fresh: TensorMap | null = null;
  let isDisposed = false;

  return {
    async setState(given) {
      checkInputs(states, given);
      fresh = Object.fromEntries(states.map(({ name }) => [name, given[name].slice()]));
      step.writeState(fresh);
      isReady = true;
    },
    async getState() {
      requireState(isReady);
      if (!fresh) return step.readState();
      return Object.fromEntries(Object.entries(fresh).map(([name, data]) => [name, data.slice()]));
    },
    async run(steps, given) {
      if (isDisposed) throw new ProgramInputError('The loop is disposed of.');
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

function requireState(isReady: boolean): void {
  if (isReady) return;
  throw new ProgramInputError('The state of a loop must be set before its first run.');
}

function requireSteps(steps: number): void {
  if (Number.isInteger(steps) && steps >= 1) return;
  throw new ProgramInputError(
    `A loop's steps must be an integer of at least 1. Received ${steps}.`,
  );
}
