/**
 * Whether an executor computes what the others compute, and how fast, by training a small network.
 *
 * The network, its weights, its minibatches and its optimizer are the same on every computer, so that
 * a difference says something of the device. Ten steps, because an error that one step hides in its
 * rounding grows from step to step.
 */
import type { Component } from '../contract/ModelSpec.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { buildModel } from '../model/buildModel.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { randomAt } from '../random/randomAt.ts';
import { type TrainingStep, trainingStep } from './trainingStep.ts';

export const SELF_TEST_STEPS = 10;

/** What float32 leaves of float64 in ten steps of this network is a hundredth of it. */
export const SELF_TEST_BAR = 1e-4;

const [BATCH, FEATURES, CLASSES] = [32, 32, 10];

/** Milliseconds for which the ten steps are repeated, once kernels are compiled and loaded. */
const TIMED = 300;

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });

const layers = [
  layer('Linear', { outFeatures: 64 }),
  layer('BatchNorm1d'),
  layer('LeakyReLU', { negativeSlope: 0.1 }),
  layer('Linear', { outFeatures: 32 }),
  layer('Tanh'),
  layer('Linear', { outFeatures: CLASSES }),
];

export interface SelfTested {
  /** max |x − x₆₄| / max(1, |x₆₄|) over losses, parameters, buffers and optimizer state. */
  readonly largestDifference: number;
  readonly stepsPerSecond: number;
}

/** Rejects with what the executor refuses. `now`: milliseconds on a clock that never goes back. */
export async function selfTest(executor: Executor, now: () => number): Promise<SelfTested> {
  const model = buildModel({ layers }, [FEATURES]);
  const step = trainingStep({
    model,
    loss: layer('CrossEntropyLoss'),
    optimizer: layer('SGD', { learningRate: 0.05, momentum: 0.9 }),
    batchSize: BATCH,
    target: 'class',
  });
  const start = step.initialState(initializeModel(model, 1));
  const sequences = sequencesOf(step);
  const train = async (chosen: Executor, isTimed: boolean) => {
    const loop = await chosen.compileLoop(step.loop);
    try {
      await loop.setState(start);
      const reports = await loop.run(SELF_TEST_STEPS, sequences);
      const values = { ...reports, ...(await loop.getState()) };
      const again = () => loop.run(SELF_TEST_STEPS, sequences);
      return { values, stepsPerSecond: isTimed ? await stepsPerSecond(again, now) : 0 };
    } finally {
      await loop.dispose();
    }
  };
  const exact = await train(referenceExecutor({ precision: 'float64' }), false);
  const tested = await train(executor, true);
  const differences = Object.entries(exact.values).map(([name, expected]) =>
    largestDifference(tested.values[name], expected),
  );
  return {
    largestDifference: Math.max(...differences),
    stepsPerSecond: tested.stepsPerSecond,
  };
}

async function stepsPerSecond(run: () => Promise<unknown>, now: () => number): Promise<number> {
  const start = now();
  let [steps, milliseconds] = [0, 0];
  while (milliseconds < TIMED) {
    await run();
    steps += SELF_TEST_STEPS;
    milliseconds = now() - start;
  }
  return (1000 * steps) / milliseconds;
}

/** Infinite where a value is missing or is no number. */
function largestDifference(actual: TensorData | undefined, expected: TensorData): number {
  if (actual?.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let index = 0; index < expected.length; index++) {
    const scale = Math.max(1, Math.abs(expected[index]));
    const difference = Math.abs(actual[index] - expected[index]) / scale;
    if (!(difference <= largest)) largest = difference;
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
  }
  return largest;
}

function sequencesOf({ loop, scalars }: TrainingStep): Record<string, TensorData> {
  const random = randomAt({ seed: 7, stream: 'shuffle' });
  const sequences: Record<string, TensorData> = {};
  for (const { name, shape, dtype } of loop.program.inputs) {
    if (!loop.sequences.includes(name)) continue;
    const length = SELF_TEST_STEPS * sizeOf(shape);
    sequences[name] =
      dtype === 'int'
        ? Int32Array.from({ length }, () => random.nextBelow(CLASSES))
        : Float32Array.from({ length }, () => random.nextNormal());
  }
  for (let index = 0; index < SELF_TEST_STEPS; index++) {
    for (const [name, value] of Object.entries(scalars(index + 1))) sequences[name][index] = value;
  }
  return sequences;
}
