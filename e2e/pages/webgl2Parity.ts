/**
 * A page that holds the GPU executor on WebGL2 against the reference executor: the shared cases of
 * core, which are tests of vitest wherever plain Node has the device.
 */
import type { Executor } from '../../core/executors/Executor.ts';
import { loopProgram } from '../../core/executors/Executor.ts';
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import type { GpuInstance } from '../../core/executors/gpujs/GpuModule.ts';
import { referenceExecutor } from '../../core/executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../../core/executors/testing/expectClose.ts';
import { expectSameNetwork, layerNetworks } from '../../core/executors/testing/layerNetworks.ts';
import type { PrimitiveCase } from '../../core/executors/testing/PrimitiveCase.ts';
import { primitiveCases } from '../../core/executors/testing/primitiveCases.ts';
import {
  expectSameTraining,
  regularized,
  trainingRuns,
  trainSteps,
} from '../../core/executors/testing/trainingRuns.ts';
import { add, input, multiply, sum } from '../../core/graph/ops.ts';
import { program } from '../../core/graph/Program.ts';
import { openWebGl2 } from '../../main/trainer/window/openWebGl2.ts';

export interface ParityReport {
  /** The device, or why there is none. */
  readonly detail: string;
  readonly isOpen: boolean;
  /** Names of the cases that agreed. */
  readonly passed: readonly string[];
  /** Name and what differed. */
  readonly failed: readonly string[];
  /** What GPU.js says of the kernels that ran: how many, and how many of them not on WebGL2. */
  readonly kernels: number;
  readonly foreignKernels: number;
  /** Calls of readPixels in a chunk of fifty steps with one report. */
  readonly readsAChunk: number;
  readonly seconds: number;
}

const TOLERANCE = 1e-4;
const reference = referenceExecutor();

async function samePrimitive(executor: Executor, { outputs, inputs }: PrimitiveCase) {
  const executable = await executor.compile(program(outputs));
  const actual = await executable.run(inputs);
  const expected = await (await reference.compile(program(outputs))).run(inputs);
  for (const [name, values] of Object.entries(expected)) {
    expectClose(actual[name], values, TOLERANCE, name);
    if (actual[name]?.constructor !== values.constructor) throw new Error(`${name}: another kind`);
  }
  await executable.dispose();
}

async function sameTwice(executor: Executor) {
  const [, layers, optimizer] = trainingRuns.at(-1)!;
  const [a, b] = [
    await trainSteps(executor, layers, optimizer),
    await trainSteps(executor, layers, optimizer),
  ];
  for (const [name, values] of Object.entries({ ...a.reports, ...a.state })) {
    expectClose({ ...b.reports, ...b.state }[name], values, 0, name);
  }
}

const sgd = { type: 'SGD', options: { learningRate: 0.1 } };
const mixed = { tolerance: TOLERANCE, isMixed: true };

const casesOf = (executor: Executor): readonly (readonly [string, () => Promise<void>])[] => [
  ...primitiveCases.map((one) => [one.name, () => samePrimitive(executor, one)] as const),
  ...trainingRuns.map(
    ([name, layers, optimizer]) =>
      [
        name,
        () => expectSameTraining(executor, layers, optimizer, { tolerance: TOLERANCE }),
      ] as const,
  ),
  ...layerNetworks.map(
    ([name, layers, sample]) => [name, () => expectSameNetwork(executor, layers, sample)] as const,
  ),
  ['mixed samples', () => expectSameTraining(executor, regularized, sgd, mixed)],
  ['twice the same, to the bit', () => sameTwice(executor)],
];

async function readsAChunk(executor: Executor): Promise<number> {
  const [x, w] = [input('x', [3, 4]), input('w', [3, 4])];
  const step = loopProgram(program({ w: add(w, multiply(x, 0.5)), total: sum(w) }));
  const loop = await executor.compileLoop(step);
  await loop.setState({ w: new Float32Array(12) });
  const { prototype } = WebGL2RenderingContext;
  const { readPixels } = prototype;
  let reads = 0;
  prototype.readPixels = function (this: WebGL2RenderingContext, ...parameters: unknown[]) {
    reads += 1;
    Reflect.apply(readPixels, this, parameters);
  } as typeof readPixels;
  const { total } = await loop.run(50, { x: new Float32Array(50 * 12).fill(1) });
  prototype.readPixels = readPixels;
  expectClose(
    total,
    Float32Array.from({ length: 50 }, (_, index) => 6 * index),
    0,
  );
  await loop.dispose();
  return reads;
}

/** What GPU.js tells of a kernel behind the function that it gives. */
interface Introspected {
  readonly kernel: { readonly constructor: unknown; readonly context: unknown };
}

/** Counts what GPU.js makes, and what of it does not compute on WebGL2. */
function watch(gpu: GpuInstance) {
  const made: Introspected[] = [];
  const { createKernel } = gpu;
  gpu.createKernel = (source, settings) => {
    const kernel = createKernel.call(gpu, source, settings);
    made.push(kernel as unknown as Introspected);
    return kernel;
  };
  const { Kernel } = gpu as unknown as { readonly Kernel: unknown };
  const isForeign = ({ kernel }: Introspected) => kernel.constructor !== Kernel;
  return () => ({ kernels: made.length, foreignKernels: made.filter(isForeign).length });
}

async function parity(): Promise<ParityReport> {
  const start = performance.now();
  const opened = openWebGl2(true);
  const none = { kernels: 0, foreignKernels: 0, readsAChunk: 0, seconds: 0 };
  if ('reason' in opened) {
    return { ...none, detail: opened.reason, isOpen: false, passed: [], failed: [] };
  }
  const count = watch(opened.gpu);
  const executor = gpuExecutor(opened.backend, opened);
  const [passed, failed]: [string[], string[]] = [[], []];
  for (const [name, run] of casesOf(executor)) {
    await run().then(
      () => passed.push(name),
      (error: Error) => failed.push(`${name}: ${error.message}`),
    );
  }
  const reads = await readsAChunk(executor);
  const seconds = (performance.now() - start) / 1000;
  const { detail } = opened;
  return { detail, isOpen: true, passed, failed, ...count(), readsAChunk: reads, seconds };
}

Object.assign(window, { parity });
