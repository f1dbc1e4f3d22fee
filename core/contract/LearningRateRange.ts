/** What a learning-rate range test found. */
import { z } from 'zod';
import { Measured } from './primitives.ts';

export const LearningRatePoint = z.strictObject({
  learningRate: z.number().positive(),
  /** Of this minibatch, before its update. */
  loss: Measured,
  /** The running mean. */
  smoothedLoss: Measured,
});
export type LearningRatePoint = z.infer<typeof LearningRatePoint>;

export const LearningRateRange = z.strictObject({
  /** One an iteration; the learning rate grows. */
  points: z.array(LearningRatePoint),
  /** Where the loss falls fastest; null when it never falls. */
  suggestion: z.number().positive().nullable(),
  /** The loss exploded before the largest learning rate. */
  stoppedEarly: z.boolean(),
});
export type LearningRateRange = z.infer<typeof LearningRateRange>;
