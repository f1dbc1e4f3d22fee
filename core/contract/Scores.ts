/** Measures of a model on one split beyond loss and accuracy; core/metrics defines each. */
import { z } from 'zod';
import { Measured } from './primitives.ts';

const PrecisionRecall = z.strictObject({ precision: Measured, recall: Measured, f1: Measured });

/** All in [0, 1]; NaN where a measure is not defined, as ROC AUC is when a class is missing. */
export const ClassificationScores = z.strictObject({
  /** In the order of the labels; support is the number of samples of the class. */
  classes: z.array(PrecisionRecall.extend({ support: z.number().int().nonnegative() })),
  macro: PrecisionRecall,
  /** By support. */
  weighted: PrecisionRecall,
  /** Null with fewer than three classes. */
  topK: z.strictObject({ k: z.number().int().min(2), accuracy: Measured }).nullable(),
  /** Each class against the rest, averaged; with two classes the second is the positive one. */
  rocAuc: Measured,
  averagePrecision: Measured,
  expectedCalibrationError: Measured,
});
export type ClassificationScores = z.infer<typeof ClassificationScores>;

export const RegressionScores = z.strictObject({
  /** 1 is perfect, 0 as good as always predicting the mean, below 0 worse. */
  r2: Measured,
  /** In the unit of the target, as is the next. */
  meanAbsoluteError: Measured,
  rootMeanSquaredError: Measured,
});
export type RegressionScores = z.infer<typeof RegressionScores>;
