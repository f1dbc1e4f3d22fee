/** What a column of numbers says of the target by itself, before any learning. */
import type { TargetRelation } from '../../contract/DatasetStatistics.ts';
import type { Dataset } from '../Dataset.ts';

const MOST_MEANS = 50;

/**
 * For a target that is a number Pearson's correlation,
 * r = Σ (x - x̄)(y - ȳ) / √(Σ (x - x̄)² · Σ (y - ȳ)²); for classes the mean of each and
 * η² = Σ nₖ (x̄ₖ - x̄)² / Σ (x - x̄)². Null where one of the two does not vary.
 *
 * @param values [N], NaN where a value is missing: such samples do not count.
 */
export function targetRelation(
  values: Float32Array,
  { target, targets }: Pick<Dataset, 'target' | 'targets'>,
): TargetRelation | null {
  return target.kind === 'number'
    ? correlation(values, targets)
    : classMeans(values, targets, target.labels.length);
}

function correlation(values: Float32Array, targets: ArrayLike<number>): TargetRelation | null {
  const [meanX, meanY] = [meanWhere(values, values), meanWhere(targets, values)];
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    if (Number.isNaN(values[index])) continue;
    const [x, y] = [values[index] - meanX, targets[index] - meanY];
    products += x * y;
    squaresX += x * x;
    squaresY += y * y;
  }
  const value = products / Math.sqrt(squaresX * squaresY);
  if (!Number.isFinite(value)) return null;
  return { kind: 'correlation', value: Math.min(1, Math.max(-1, value)) };
}

function classMeans(
  values: Float32Array,
  targets: ArrayLike<number>,
  classes: number,
): TargetRelation | null {
  const mean = meanWhere(values, values);
  const sums = new Float64Array(classes);
  const counts = new Uint32Array(classes);
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (Number.isNaN(value)) continue;
    sums[targets[index]] += value - mean;
    counts[targets[index]] += 1;
    squares += (value - mean) ** 2;
  }
  if (!(squares > 0) || counts.filter((count) => count > 0).length < 2) return null;
  const between = sums.reduce(
    (total, sum, index) => total + (counts[index] > 0 ? sum ** 2 / counts[index] : 0),
    0,
  );
  const means = Array.from(sums.subarray(0, MOST_MEANS), (sum, index) =>
    counts[index] > 0 ? mean + sum / counts[index] : null,
  );
  return { kind: 'classMeans', means, explained: Math.min(1, between / squares) };
}

/** Of `numbers` where `present` has a value. */
function meanWhere(numbers: ArrayLike<number>, present: Float32Array): number {
  let [sum, count] = [0, 0];
  for (let index = 0; index < present.length; index++) {
    if (Number.isNaN(present[index])) continue;
    sum += numbers[index];
    count += 1;
  }
  return sum / count;
}
