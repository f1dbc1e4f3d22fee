import { thresholdCounts } from './thresholdCounts.ts';

/**
 * Mean precision over the thresholds, weighted by the recall that each adds: Σ (Rₙ − Rₙ₋₁) Pₙ, in
 * [0, 1]. scores and positive: [n]. NaN without positives.
 *
 * A sum of steps, not an area between points, as in scikit-learn: interpolation would flatter.
 */
export function averagePrecision(scores: ArrayLike<number>, positive: ArrayLike<boolean>): number {
  let sum = 0;
  let before = 0;
  for (const { truePositives, falsePositives } of thresholdCounts(scores, positive)) {
    sum += (truePositives - before) * (truePositives / (truePositives + falsePositives));
    before = truePositives;
  }
  return sum / before;
}
