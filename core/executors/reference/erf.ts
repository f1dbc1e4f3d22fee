/** From here on erf(x) is 1 in float64. */
const SATURATED = 6;

/**
 * The error function, 2/√π ∫₀ˣ e^(−t²) dt, to the last digits of float64.
 *
 * Kummer's series e^(−x²) · 2x/√π · Σ (2x²)ⁿ / (1·3·5 ⋯ (2n+1)): all terms have one sign, so nothing
 * cancels. It takes about 20 terms near 1 and 150 near 6. Source: DLMF 7.6.2.
 */
export function erf(x: number): number {
  if (Math.abs(x) >= SATURATED) return Math.sign(x);
  const step = 2 * x * x;
  let term = 1;
  let total = 1;
  for (let odd = 3; term > total * Number.EPSILON; odd += 2) {
    term *= step / odd;
    total += term;
  }
  return ((2 * x) / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}
