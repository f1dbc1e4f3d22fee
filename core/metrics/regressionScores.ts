import type { RegressionScores } from '../contract/Scores.ts';

/**
 * R² = 1 − Σ (t − y)² / Σ (t − t̄)², mean |t − y| and √ mean (t − y)² of predicted numbers y
 * against targets t, both [n], n ≥ 1; computed in float64.
 *
 * R² of targets that are all the same is 1 when all are met, else 0, as in scikit-learn.
 */
export function regressionScores(
  predictions: ArrayLike<number>,
  targets: ArrayLike<number>,
): RegressionScores {
  const samples = targets.length;
  const errors = Float64Array.from(targets, (target, row) => target - predictions[row]);
  const mean = Float64Array.from(targets).reduce((sum, target) => sum + target, 0) / samples;
  const residual = errors.reduce((sum, error) => sum + error * error, 0);
  const spread = Float64Array.from(targets).reduce((sum, t) => sum + (t - mean) ** 2, 0);
  return {
    r2: spread === 0 ? Number(residual === 0) : 1 - residual / spread,
    meanAbsoluteError: errors.reduce((sum, error) => sum + Math.abs(error), 0) / samples,
    rootMeanSquaredError: Math.sqrt(residual / samples),
  };
}
