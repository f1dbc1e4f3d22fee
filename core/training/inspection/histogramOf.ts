import type { Histogram } from '../../contract/LayerStatistics.ts';

const BINS = 32;

/**
 * The finite values in 32 bins of equal width between the smallest and the largest; NaN as edges
 * where there are none.
 */
export function histogramOf(values: ArrayLike<number>): Histogram {
  let [minimum, maximum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!Number.isFinite(value)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const counts = new Array<number>(BINS).fill(0);
  if (minimum > maximum) return { minimum: Number.NaN, maximum: Number.NaN, counts };
  const width = maximum - minimum;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!Number.isFinite(value)) continue;
    const bin = width === 0 ? 0 : Math.floor(((value - minimum) / width) * BINS);
    counts[Math.min(BINS - 1, bin)] += 1;
  }
  return { minimum, maximum, counts };
}
