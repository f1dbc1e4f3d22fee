import { predictedClass } from './predictedClass.ts';

/**
 * Share of samples whose largest logit is that of the target, in [0, 1]. outputs: [n, K] row-major,
 * targets: [n]. NaN for no samples.
 */
export function accuracyOf(outputs: ArrayLike<number>, targets: Int32Array): number {
  const classes = outputs.length / targets.length;
  let correct = 0;
  for (let row = 0; row < targets.length; row++) {
    if (predictedClass(outputs, row, classes) === targets[row]) correct += 1;
  }
  return correct / targets.length;
}
