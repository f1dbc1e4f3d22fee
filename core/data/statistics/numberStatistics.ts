/** A column of numbers in numbers: quartiles, moments, histogram, outliers. */
import type { Histogram, NumberStatistics } from '../../contract/DatasetStatistics.ts';
import { sortedNumbers } from './sortedNumbers.ts';

const MOST_OUTLIERS = 200;
const FEWEST_BINS = 5;
const MOST_BINS = 50;
const TUKEY = 1.5;

type Sorted = ReturnType<typeof sortedNumbers>;

/**
 * Quartiles are interpolated as NumPy does by default. Null for a column without a value.
 *
 * @param values One a sample; NaN where it is missing.
 */
export function numberStatistics(values: ArrayLike<number>): NumberStatistics | null {
  const sorted = sortedNumbers(values);
  if (sorted.length === 0) return null;
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((share) =>
    quantile(sorted, share),
  );
  let [sum, squares] = [0, 0];
  for (const value of sorted) sum += value;
  const mean = sum / sorted.length;
  for (const value of sorted) squares += (value - mean) ** 2;
  return {
    minimum: sorted[0],
    lowerQuartile,
    median,
    upperQuartile,
    maximum: sorted[sorted.length - 1],
    mean,
    deviation: Math.sqrt(squares / sorted.length),
    histogram: histogramOf(sorted, upperQuartile - lowerQuartile),
    outliers: outliersOf(values, lowerQuartile, upperQuartile),
  };
}

/** Between the two values around the place (n - 1) · share. */
function quantile(sorted: Sorted, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/**
 * Bins of 2 · IQR / ∛n (Freedman and Diaconis, 1981), 5 to 50 of them; whole numbers of few values
 * get a bin each.
 */
function histogramOf(sorted: Sorted, interquartileRange: number): Histogram {
  const [minimum, maximum] = [sorted[0], sorted[sorted.length - 1]];
  const range = maximum - minimum;
  if (range === 0) return { start: minimum - 0.5, width: 1, counts: [sorted.length] };
  const isWhole = range < MOST_BINS && sorted.every(Number.isInteger);
  const wanted = Math.ceil((range * Math.cbrt(sorted.length)) / (2 * interquartileRange || range));
  const bins = isWhole ? range + 1 : Math.min(MOST_BINS, Math.max(FEWEST_BINS, wanted));
  const start = isWhole ? minimum - 0.5 : minimum;
  const width = isWhole ? 1 : range / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor((value - start) / width))] += 1;
  return { start, width, counts };
}

function outliersOf(
  values: ArrayLike<number>,
  lowerQuartile: number,
  upperQuartile: number,
): NumberStatistics['outliers'] {
  const reach = TUKEY * (upperQuartile - lowerQuartile);
  const [low, high] = [lowerQuartile - reach, upperQuartile + reach];
  const found: number[] = [];
  for (let index = 0; index < values.length; index++) {
    if (values[index] < low || values[index] > high) found.push(index);
  }
  const beyond = (index: number) => Math.max(low - values[index], values[index] - high);
  found.sort((a, b) => beyond(b) - beyond(a));
  return { low, high, count: found.length, indices: found.slice(0, MOST_OUTLIERS) };
}
