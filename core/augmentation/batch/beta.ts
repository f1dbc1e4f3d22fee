import type { Random } from '../../random/Random.ts';

/**
 * One draw from Beta(α, α), α > 0: x / (x + y) of two gamma draws.
 *
 * Computed from logarithms: for a small α both draws may underflow, and Beta then lies at 0 or 1.
 */
export function drawSymmetricBeta(random: Random, alpha: number): number {
  const first = logGamma(random, alpha);
  const second = logGamma(random, alpha);
  return 1 / (1 + Math.exp(second - first));
}

/**
 * The logarithm of a draw from Gamma(shape, 1): Marsaglia and Tsang, "A simple method for generating
 * gamma variables", 2000; below 1 by their Gamma(a) = Gamma(a + 1) · U^(1/a).
 */
function logGamma(random: Random, shape: number): number {
  if (shape < 1) {
    return logGamma(random, shape + 1) + Math.log(1 - random.nextFloat()) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.nextNormal();
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    const uniform = 1 - random.nextFloat();
    if (Math.log(uniform) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}
