export interface ThresholdCounts {
  /** Positives and negatives that score at least the threshold. */
  readonly truePositives: number;
  readonly falsePositives: number;
}

/**
 * What a classifier "score ≥ threshold" finds, for every score as the threshold, highest first.
 *
 * Equal scores are one threshold: no order among them may count. scores and positive: [n].
 */
export function thresholdCounts(
  scores: ArrayLike<number>,
  positive: ArrayLike<boolean>,
): ThresholdCounts[] {
  const order = Array.from(scores, (_, row) => row).sort((a, b) => scores[b] - scores[a]);
  const counts: ThresholdCounts[] = [];
  let [truePositives, falsePositives] = [0, 0];
  for (const [rank, row] of order.entries()) {
    if (positive[row]) truePositives += 1;
    else falsePositives += 1;
    const isLastOfEquals = rank + 1 === order.length || scores[order[rank + 1]] !== scores[row];
    if (isLastOfEquals) counts.push({ truePositives, falsePositives });
  }
  return counts;
}
