/**
 * The class of the largest of a row's K logits, the first of them when several are equal. outputs:
 * [n, K].
 */
export function predictedClass(outputs: ArrayLike<number>, row: number, classes: number): number {
  const start = row * classes;
  let best = 0;
  for (let index = 1; index < classes; index++) {
    if (outputs[start + index] > outputs[start + best]) best = index;
  }
  return best;
}
