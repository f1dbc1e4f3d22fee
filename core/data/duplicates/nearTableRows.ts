/**
 * Finds rows of a table that are almost the same: every number within `tolerance` of its standard
 * deviation, every category equal.
 *
 * All pairs of 100,000 rows are too many to look at. Rows that are close in every column are close
 * along any line, too: rows are sorted along one random line, and each is compared only with those
 * that lie within reach on it. No pair is missed unless a row has more than `MOST_CANDIDATES` in
 * reach, which is counted and told.
 */
import { randomAt } from '../../random/randomAt.ts';
import type { NearPairs } from './NearPairs.ts';

const MOST_CANDIDATES = 400;

export interface TableRows {
  readonly samples: number;
  /** [N, columns] row-major; NaN is a missing value and equals only another one. */
  readonly values: Float32Array;
  /** Which columns are categories: compared for equality. */
  readonly isCategory: readonly boolean[];
}

/**
 * The rows should differ: equal ones are found faster by equalRows, and thousands of them would
 * leave no room for others.
 */
export function nearTableRows(table: TableRows, tolerance = 0.01): NearPairs {
  const scaled = standardize(table);
  const width = table.isCategory.length;
  const reaches = table.isCategory.map((isCategory) => (isCategory ? 0 : tolerance));
  const weights = randomWeights(width);
  // A little more than the sum, for the rounding of the projections.
  const reach = 1e-6 + reaches.reduce((sum, one, at) => sum + one * Math.abs(weights[at]), 0);
  const places = projections(scaled, table.samples, weights);
  const order = Int32Array.from(places.keys()).sort((a, b) => places[a] - places[b] || a - b);
  const pairs: (readonly [number, number])[] = [];
  let crowded = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const row = order[rank];
    let candidates = 0;
    for (let next = rank + 1; next < order.length; next++) {
      const other = order[next];
      if (places[other] - places[row] > reach) break;
      candidates += 1;
      if (candidates > MOST_CANDIDATES) {
        crowded += 1;
        break;
      }
      if (areNear(scaled, row * width, other * width, reaches)) {
        pairs.push(row < other ? [row, other] : [other, row]);
      }
    }
  }
  return { pairs: pairs.sort(([a, b], [c, d]) => a - c || b - d), crowded };
}

/** Numbers as multiples of their column's standard deviation; categories as they are. */
function standardize({ samples, values, isCategory }: TableRows): Float64Array {
  const scaled = Float64Array.from(values);
  const width = isCategory.length;
  for (let column = 0; column < width; column++) {
    if (isCategory[column]) continue;
    const deviation = deviationOf(values, column, width);
    for (let row = 0; row < samples; row++) scaled[row * width + column] /= deviation;
  }
  return scaled;
}

/** Over the values that are there; 1 where there is no spread to divide by. */
function deviationOf(values: Float32Array, column: number, width: number): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let at = column; at < values.length; at += width) {
    if (Number.isNaN(values[at])) continue;
    count += 1;
    sum += values[at];
  }
  const mean = sum / Math.max(count, 1);
  for (let at = column; at < values.length; at += width) {
    if (!Number.isNaN(values[at])) squares += (values[at] - mean) ** 2;
  }
  return Math.sqrt(squares / Math.max(count, 1)) || 1;
}

function randomWeights(width: number): Float64Array {
  const random = randomAt({ seed: 0, stream: 'split', index: width });
  return Float64Array.from({ length: width }, () => random.nextNormal());
}

/** A missing value stands at a place of its own, so that only missing ones meet it. */
const MISSING_PLACE = 1e3;

function projections(scaled: Float64Array, samples: number, weights: Float64Array): Float64Array {
  const width = weights.length;
  return Float64Array.from({ length: samples }, (_, row) => {
    let place = 0;
    for (let column = 0; column < width; column++) {
      const value = scaled[row * width + column];
      place += weights[column] * (Number.isNaN(value) ? MISSING_PLACE : value);
    }
    return place;
  });
}

function areNear(scaled: Float64Array, a: number, b: number, reaches: readonly number[]): boolean {
  for (let column = 0; column < reaches.length; column++) {
    const [one, other] = [scaled[a + column], scaled[b + column]];
    if (Number.isNaN(one) !== Number.isNaN(other)) return false;
    if (Math.abs(one - other) > reaches[column]) return false;
  }
  return true;
}
