/** Whether a model learns one minibatch by heart: if not, something is wrong that no data mends. */
import { z } from 'zod';
import { LocalizedText, Measured } from './primitives.ts';

export const OneBatchCheck = z.strictObject({
  passed: z.boolean(),
  /** Samples of the minibatch. */
  samples: z.number().int().positive(),
  /** Until it passed or was given up. */
  iterations: z.number().int().positive(),
  firstLoss: Measured,
  lastLoss: Measured,
  /** Of the last iteration; null for regression. */
  accuracy: z.number().nullable(),
  text: LocalizedText,
});
export type OneBatchCheck = z.infer<typeof OneBatchCheck>;
