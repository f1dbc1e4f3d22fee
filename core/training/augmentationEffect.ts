/**
 * How much the augmentation list changes of what the model sees, whole and step by step.
 *
 * Measured on inputs as a training step takes them, behind preprocessing, since what preprocessing
 * undoes has no effect. A step alone is the list with all other probabilities at 0, so that it draws
 * what it draws in the list.
 */
import type { AugmentationEffect, InputChange } from '../contract/AugmentationEffect.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Component } from '../contract/ModelSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import { epochOrder } from '../data/epochOrder.ts';
import { splitDataset } from '../data/splitDataset.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { fitPreprocessor } from '../preprocessing/fitPreprocessor.ts';
import { inputShapeOf } from '../preprocessing/inputShapeOf.ts';
import { createSampleWriter } from './SampleWriter.ts';

const MOST_SAMPLES = 1000;
/** So that large images do not take seconds. */
const MOST_VALUES = 4_000_000;

/** Throws StudioError `invalid-experiment` as splitDataset and prepareAugmentation do. */
export function augmentationEffect(spec: ExperimentSpec, dataset: Dataset): AugmentationEffect {
  const list = spec.augmentation;
  const inputsOf = createInputs(spec, dataset);
  const plain = inputsOf([]);
  const compare = (chosen: readonly Component[]): InputChange =>
    compareInputs(plain.values, inputsOf(chosen).values, plain.samples);
  return {
    samples: plain.samples,
    together: compare(list),
    steps: list.map(({ type }, position) => ({
      type,
      ...compare(list.map((step, at) => (at === position ? step : switchedOff(step)))),
    })),
  };
}

const switchedOff = ({ type, options }: Component): Component => ({
  type,
  options: { ...options, p: 0 },
});

/** The first minibatches of epoch 1, behind each other. */
function createInputs(spec: ExperimentSpec, dataset: Dataset) {
  const { train } = splitDataset(dataset, spec);
  const preprocessor = fitPreprocessor(dataset, train, spec.preprocessing);
  const { seed, training } = spec;
  const size = sizeOf(inputShapeOf(preprocessor));
  const most = Math.max(1, Math.min(MOST_SAMPLES, Math.floor(MOST_VALUES / size)));
  const order = epochOrder(train, seed, 1).subarray(0, most);
  const batchSize = Math.min(training.batchSize, order.length);
  return (augmentation: readonly Component[]) => {
    const writer = createSampleWriter({ dataset, preprocessor, augmentation, batchSize, seed });
    const values = new Float32Array(order.length * size);
    for (let first = 0; first < order.length; first += batchSize) {
      const batch = order.subarray(first, first + batchSize);
      const input = values.subarray(first * size, (first + batch.length) * size);
      writer.write(batch, 1, 0, { input, ...targetsFor(dataset, batch.length) });
    }
    return { values, samples: order.length };
  };
}

/** Where the writer puts what is not asked for. */
function targetsFor({ targets }: Dataset, length: number) {
  const make = () =>
    targets instanceof Int32Array ? new Int32Array(length) : new Float32Array(length);
  return { target: make(), target2: make(), lambda: new Float32Array(length) };
}

function compareInputs(before: Float32Array, after: Float32Array, samples: number): InputChange {
  const size = before.length / samples;
  let changed = 0;
  let total = 0;
  for (let sample = 0; sample < samples; sample++) {
    let difference = 0;
    for (let i = sample * size; i < (sample + 1) * size; i++) {
      difference += Math.abs(after[i] - before[i]);
    }
    if (difference > 0) changed++;
    total += difference;
  }
  const spread = deviationOf(before);
  const mean = total / before.length;
  return { changed: changed / samples, change: spread > 0 ? mean / spread : mean };
}

function deviationOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
