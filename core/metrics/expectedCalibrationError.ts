import { predictedClass } from './predictedClass.ts';

const BINS = 15;

/**
 * How far confidence is from being right: samples are gathered by the probability of their
 * predicted class into 15 equal bins (a, b], and ECE = Σ_b n_b/n · |accuracy_b − confidence_b|, in
 * [0, 1]. probabilities: [n, K] row-major, targets: [n]. NaN for no samples.
 *
 * Source: Guo et al., "On calibration of modern neural networks", 2017.
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  targets: Int32Array,
): number {
  const classes = probabilities.length / targets.length;
  const confidences = new Float64Array(BINS);
  const correct = new Float64Array(BINS);
  for (let row = 0; row < targets.length; row++) {
    const predicted = predictedClass(probabilities, row, classes);
    const confidence = probabilities[row * classes + predicted];
    const bin = Math.max(0, Math.ceil(confidence * BINS) - 1);
    confidences[bin] += confidence;
    if (predicted === targets[row]) correct[bin] += 1;
  }
  const gap = confidences.reduce((sum, total, bin) => sum + Math.abs(correct[bin] - total), 0);
  return gap / targets.length;
}
