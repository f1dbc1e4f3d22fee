/**
 * Probabilities from the logits of one sample: p_i = exp(x_i - max x) / Σ_j exp(x_j - max x), [K] →
 * [K].
 *
 * Taking the maximum away changes nothing and keeps exp from overflowing. Computed in float64; sums
 * to 1.
 */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(logits);
  const maximum = values.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const exponentials = values.map((value) => Math.exp(value - maximum));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
}
