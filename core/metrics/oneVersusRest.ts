/**
 * A metric of two classes for K of them: the mean over the classes, each against all others.
 *
 * With K = 2 the classes mirror each other and the second is the positive one, as in scikit-learn.
 * Classes for which the metric is NaN, as no sample has them, are left out; NaN when all are.
 * probabilities: [n, K] row-major, targets: [n].
 */
export function oneVersusRest(
  metric: (scores: ArrayLike<number>, positive: ArrayLike<boolean>) => number,
  probabilities: ArrayLike<number>,
  targets: Int32Array,
): number {
  const classes = probabilities.length / targets.length;
  const ofClass = (label: number) => {
    const scores = Array.from(targets, (_, row) => probabilities[row * classes + label]);
    const positive = Array.from(targets, (target) => target === label);
    return metric(scores, positive);
  };
  if (classes === 2) return ofClass(1);
  const values = Array.from({ length: classes }, (_, label) => ofClass(label));
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
