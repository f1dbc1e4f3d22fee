/**
 * Share of samples whose target is among the k largest of their K outputs, in [0, 1]. outputs: [n,
 * K] row-major, targets: [n]. NaN for no samples.
 *
 * Of equal outputs the earlier class comes first, as in predictedClass: k = 1 is the accuracy.
 */
export function topKAccuracy(outputs: ArrayLike<number>, targets: Int32Array, k: number): number {
  const classes = outputs.length / targets.length;
  let correct = 0;
  for (let row = 0; row < targets.length; row++) {
    const start = row * classes;
    const ofTarget = outputs[start + targets[row]];
    let before = 0;
    for (let index = 0; index < classes; index++) {
      const value = outputs[start + index];
      if (value > ofTarget || (value === ofTarget && index < targets[row])) before += 1;
    }
    if (before < k) correct += 1;
  }
  return correct / targets.length;
}
