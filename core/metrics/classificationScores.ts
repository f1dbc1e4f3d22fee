import type { ClassificationScores } from '../contract/Scores.ts';
import { averagePrecision } from './averagePrecision.ts';
import { classScores } from './classScores.ts';
import { expectedCalibrationError } from './expectedCalibrationError.ts';
import { oneVersusRest } from './oneVersusRest.ts';
import { rocAuc } from './rocAuc.ts';
import { softmax } from './softmax.ts';
import { topKAccuracy } from './topKAccuracy.ts';

const LARGEST_K = 5;

/**
 * Everything but accuracy. logits: [n, K] row-major, targets: [n], counts[actual][predicted]: [K,
 * K].
 */
export function classificationScores(
  logits: Float32Array,
  targets: Int32Array,
  counts: readonly (readonly number[])[],
): ClassificationScores {
  const classes = counts.length;
  const probabilities = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    probabilities.set(softmax(logits.subarray(start, start + classes)), start);
  }
  const k = Math.min(LARGEST_K, classes - 1);
  const scores = classScores(counts);
  return {
    ...scores,
    classes: [...scores.classes],
    topK: k < 2 ? null : { k, accuracy: topKAccuracy(logits, targets, k) },
    rocAuc: oneVersusRest(rocAuc, probabilities, targets),
    averagePrecision: oneVersusRest(averagePrecision, probabilities, targets),
    expectedCalibrationError: expectedCalibrationError(probabilities, targets),
  };
}
