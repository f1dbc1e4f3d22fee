import { randomAt } from '../../random/randomAt.ts';

const ITERATIONS = 15;

/**
 * The directions along which rows differ most, orthonormal, the strongest first: [count, width]
 * row-major. Fewer where the rows do not differ in so many.
 *
 * Power iteration with deflation on the covariance of the rows. Approximate directions are as good
 * as exact ones to whoever only needs an orthonormal basis that separates well.
 *
 * @param rows [n, width] row-major.
 */
export function principalDirections(
  rows: Float32Array,
  width: number,
  count: number,
): Float64Array[] {
  const means = columnMeans(rows, width);
  const directions: Float64Array[] = [];
  for (let index = 0; index < Math.min(count, width); index++) {
    const random = randomAt({ seed: 0, stream: 'init', index });
    let direction = Float64Array.from({ length: width }, () => random.nextNormal());
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      const next = covarianceTimes(rows, means, direction);
      for (const other of directions) removeComponent(next, other);
      if (!normalize(next)) return directions;
      direction = next;
    }
    directions.push(direction);
  }
  return directions;
}

function columnMeans(rows: Float32Array, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) means[at % width] += rows[at];
  return means.map((sum) => (sum * width) / rows.length);
}

/** (Xᵀ X) v for the centred rows X, without the matrix. */
function covarianceTimes(rows: Float32Array, means: Float64Array, v: Float64Array) {
  const width = v.length;
  const result = new Float64Array(width);
  for (let start = 0; start < rows.length; start += width) {
    let place = 0;
    for (let i = 0; i < width; i++) place += (rows[start + i] - means[i]) * v[i];
    for (let i = 0; i < width; i++) result[i] += place * (rows[start + i] - means[i]);
  }
  return result;
}

function removeComponent(vector: Float64Array, unit: Float64Array): void {
  const share = vector.reduce((sum, value, i) => sum + value * unit[i], 0);
  for (let i = 0; i < vector.length; i++) vector[i] -= share * unit[i];
}

/** False for a vector without a direction. */
function normalize(vector: Float64Array): boolean {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(length > 1e-9)) return false;
  for (let i = 0; i < vector.length; i++) vector[i] /= length;
  return true;
}
