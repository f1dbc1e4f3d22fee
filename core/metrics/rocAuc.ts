import { thresholdCounts } from './thresholdCounts.ts';

/**
 * Area under the ROC curve: the probability that a positive sample scores above a negative one,
 * equal scores counting half; in [0, 1], 0.5 by chance. scores and positive: [n].
 *
 * NaN without positives or without negatives. Source: Fawcett, "An introduction to ROC analysis",
 * 2006.
 */
export function rocAuc(scores: ArrayLike<number>, positive: ArrayLike<boolean>): number {
  const counts = thresholdCounts(scores, positive);
  let area = 0;
  let [truesBefore, falsesBefore] = [0, 0];
  for (const { truePositives, falsePositives } of counts) {
    area += ((falsePositives - falsesBefore) * (truePositives + truesBefore)) / 2;
    [truesBefore, falsesBefore] = [truePositives, falsePositives];
  }
  return area / (truesBefore * falsesBefore);
}
