/**
 * How features are scaled before they enter a network: z = x · scale + shift.
 *
 * Both ways of normalising are affine, so two numbers per feature say it all, also in a model file.
 * Statistics come from the training split alone: those of other samples would leak what is to be
 * predicted.
 */
import type { Normalization } from '../contract/ExperimentSpec.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { DenseSamples } from './DenseSamples.ts';

export interface Normalizer {
  /** [features] for tables; one value for all pixels of images. */
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/**
 * `standardize`: scale 1/σ, shift -μ/σ, with the standard deviation σ of the split itself (dividing
 * by n, not n - 1). `minMax`: scale 1/(max - min), shift -min/(max - min), so that the split lies
 * in [0, 1]. `none`: 1 and 0. A feature that is constant in the split is only shifted to 0: there
 * is no spread to divide by.
 */
export function fitNormalizer(
  dataset: DenseSamples,
  train: Int32Array,
  method: Normalization,
): Normalizer {
  const sampleSize = sizeOf(dataset.sampleShape);
  const features = dataset.kind === 'image' ? 1 : sampleSize;
  const scale = new Float32Array(features).fill(1);
  const shift = new Float32Array(features);
  if (method === 'none') return { scale, shift };
  const width = sampleSize / features;
  for (let feature = 0; feature < features; feature++) {
    const statistics = measure(dataset.features, train, sampleSize, feature * width, width);
    const { offset, spread } = offsetAndSpread(statistics, method);
    scale[feature] = 1 / spread;
    shift[feature] = -offset / spread;
  }
  return { scale, shift };
}

interface Statistics {
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Over the columns [first, first + width) of the rows; two passes in float64, for the sake of
 * precision.
 */
function measure(
  values: Uint8Array | Float32Array,
  rows: Int32Array,
  sampleSize: number,
  first: number,
  width: number,
): Statistics {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const row of rows) {
    const start = row * sampleSize + first;
    for (let place = start; place < start + width; place++) {
      const value = values[place];
      sum += value;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  const count = rows.length * width;
  const mean = sum / count;
  let squares = 0;
  for (const row of rows) {
    const start = row * sampleSize + first;
    for (let place = start; place < start + width; place++) squares += (values[place] - mean) ** 2;
  }
  return { minimum, maximum, mean, deviation: Math.sqrt(squares / count) };
}

/**
 * Constancy is read off the range: the deviation of equal values may round to something tiny
 * instead of 0.
 */
function offsetAndSpread(
  { minimum, maximum, mean, deviation }: Statistics,
  method: 'standardize' | 'minMax',
): { offset: number; spread: number } {
  const spread = method === 'standardize' ? deviation : maximum - minimum;
  const isConstant = minimum === maximum || !Number.isFinite(Math.fround(1 / spread));
  if (isConstant) return { offset: minimum, spread: 1 };
  return { offset: method === 'standardize' ? mean : minimum, spread };
}
