/**
 * A page that holds the GPU executor on WebGL2 against the reference executor: the shared cases and
 * tests of core, which vitest runs wherever plain Node has the device.
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
import { testLoops } from '../../core/executors/testing/testLoops.ts';
import {
  expectSameTraining,
  regularized,
  trainingRuns,
  trainSteps,
} from '../../core/executors/testing/trainingRuns.ts';
import { add, input, multiply, sum } from '../../core/graph/ops.ts';
import { program } from '../../core/graph/Program.ts';
import { openWebGl2 } from '../../main/trainer/window/openWebGl2.ts';
import { takeTests } from './vitest.ts';

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
  /** How often a chunk of fifty steps waited for values from the device. */
  readonly readsAChunk: number;
  /** What is compiled for two states that are computed alike, each in either turn. */
  readonly programsOfTwins: number;
  /** What is said of a device that goes away. */
  readonly loss: readonly string[];
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

/** Longer than the loops that GPU.js cuts off where their end is not written down. */
async function longSum(executor: Executor) {
  const count = 1_000_003;
  const executable = await executor.compile(program({ y: sum(input('x', [count])) }));
  const { y } = await executable.run({ x: new Float32Array(count).fill(1) });
  expectClose(y, [count], 0);
  await executable.dispose();
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
  ['a sum that cannot be split', () => longSum(executor)],
  ...loopTests(executor),
];

function loopTests(executor: Executor): readonly (readonly [string, () => Promise<void>])[] {
  testLoops(executor);
  return takeTests().map(({ name, run }) => [name, run] as const);
}

/** What is said of a device that went away, while it computes and afterwards. */
async function lossOf(executor: Executor): Promise<readonly string[]> {
  const [sum, a] = [program({ y: add(input('a', [2]), input('b', [2])) }), Float32Array.of(1, 2)];
  const executable = await executor.compile(sum);
  const { prototype } = WebGL2RenderingContext;
  const { readPixels } = prototype;
  prototype.readPixels = function (this: WebGL2RenderingContext) {
    this.getExtension('WEBGL_lose_context')?.loseContext();
  } as typeof readPixels;
  const said: string[] = [];
  const say = ({ name, message }: Error) => said.push(`${name}: ${message}`);
  await executable.run({ a, b: a }).catch(say);
  prototype.readPixels = readPixels;
  await executable.run({ a, b: a }).catch(say);
  return said;
}

async function readsAChunk(executor: Executor): Promise<number> {
  const [x, w] = [input('x', [3, 4]), input('w', [3, 4])];
  const step = loopProgram(program({ w: add(w, multiply(x, 0.5)), total: sum(w) }));
  const loop = await executor.compileLoop(step);
  await loop.setState({ w: new Float32Array(12) });
  const { prototype } = WebGL2RenderingContext;
  const { readPixels, getBufferSubData } = prototype;
  let reads = 0;
  // Into an array it waits; into a buffer, whose place is a number, it does not.
  prototype.readPixels = function (this: WebGL2RenderingContext, ...parameters: unknown[]) {
    if (typeof parameters.at(-1) !== 'number') reads += 1;
    Reflect.apply(readPixels, this, parameters);
  } as typeof readPixels;
  prototype.getBufferSubData = function (this: WebGL2RenderingContext, ...parameters: unknown[]) {
    reads += 1;
    Reflect.apply(getBufferSubData, this, parameters);
  } as typeof getBufferSubData;
  const { total } = await loop.run(50, { x: new Float32Array(50 * 12).fill(1) });
  Object.assign(prototype, { readPixels, getBufferSubData });
  expectClose(
    total,
    Float32Array.from({ length: 50 }, (_, index) => 6 * index),
    0,
  );
  await loop.dispose();
  return reads;
}

/** Counts what is linked, and makes sure that each state is kept for itself all the same. */
async function programsOfTwins(executor: Executor): Promise<number> {
  const names = ['a', 'b'];
  const x = input('x', [3]);
  const grown = names.map((name) => [name, add(multiply(input(name, [3]), 2), x)] as const);
  const { prototype } = WebGL2RenderingContext;
  const { linkProgram } = prototype;
  let programs = 0;
  prototype.linkProgram = function (this: WebGL2RenderingContext, linked: WebGLProgram) {
    programs += 1;
    linkProgram.call(this, linked);
  };
  const loop = await executor.compileLoop(loopProgram(program(Object.fromEntries(grown))));
  prototype.linkProgram = linkProgram;
  await loop.setState({ a: Float32Array.of(1, 2, 3), b: Float32Array.of(10, 20, 30) });
  await loop.run(3, { x: Float32Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3) });
  const { a, b } = await loop.getState();
  expectClose(a, [19, 27, 35], 0, 'a');
  expectClose(b, [91, 171, 251], 0, 'b');
  await loop.dispose();
  return programs;
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
  const nothing = { kernels: 0, foreignKernels: 0, readsAChunk: 0, programsOfTwins: 0 };
  const none = { ...nothing, loss: [], seconds: 0 };
  if ('problem' in opened) {
    return {
      ...none,
      detail: JSON.stringify(opened.problem),
      isOpen: false,
      passed: [],
      failed: [],
    };
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
  const twins = await programsOfTwins(executor);
  const counts = { ...count(), readsAChunk: reads, programsOfTwins: twins };
  const loss = await lossOf(executor);
  const seconds = (performance.now() - start) / 1000;
  const { detail } = opened;
  return { detail, isOpen: true, passed, failed, ...counts, loss, seconds };
}

Object.assign(window, { parity });
