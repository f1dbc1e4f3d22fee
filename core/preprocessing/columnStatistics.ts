/**
 * Statistics of one feature over the training split, and what they make of normalisation.
 *
 * Two passes in float64, for the sake of precision; missing values (NaN) do not count.
 */
import type { Normalization } from '../contract/ExperimentSpec.ts';

export interface ColumnStatistics {
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  /** Dividing by n, not n - 1. */
  readonly deviation: number;
}

/** Of none at all, zeros. */
export function columnStatistics(values: Float32Array): ColumnStatistics {
  let [minimum, maximum, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  if (count === 0) return { minimum: 0, maximum: 0, mean: 0, deviation: 0 };
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return { minimum, maximum, mean, deviation: Math.sqrt(squares / count) };
}

/**
 * `standardize`: scale 1/σ, shift -μ/σ. `minMax`: scale 1/(max - min), shift -min/(max - min), so
 * that the split lies in [0, 1]. `none`: 1 and 0. What is constant in the split is only shifted to
 * 0: there is no spread to divide by. Constancy is read off the range: the deviation of equal values
 * may round to something tiny instead of 0.
 */
export function scaleAndShift(
  { minimum, maximum, mean, deviation }: ColumnStatistics,
  method: Normalization,
): { scale: number; shift: number } {
  if (method === 'none') return { scale: 1, shift: 0 };
  const spread = method === 'standardize' ? deviation : maximum - minimum;
  if (minimum === maximum || !Number.isFinite(Math.fround(1 / spread))) {
    return { scale: 1, shift: negated(minimum) };
  }
  const offset = method === 'standardize' ? mean : minimum;
  return { scale: Math.fround(1 / spread), shift: negated(offset / spread) };
}

/** Without a negative zero, which JSON would not keep. */
const negated = (value: number) => 0 - Math.fround(value);
