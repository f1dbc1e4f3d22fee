/** counts[actual][predicted] over samples; K classes. The diagonal holds the right ones. */
export function confusionMatrix(
  actual: Int32Array,
  predicted: Int32Array,
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let row = 0; row < actual.length; row++) counts[actual[row]][predicted[row]] += 1;
  return counts;
}
