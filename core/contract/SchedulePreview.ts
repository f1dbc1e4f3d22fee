/** The learning rate of a run before it trains. */
import { z } from 'zod';

export const SchedulePreview = z.strictObject({
  /** Of the whole run; 0 when the training split is smaller than a minibatch. */
  iterations: z.number().int().nonnegative(),
  /** Evenly spaced, the first and the last iteration always among them; empty without any. */
  points: z.array(
    z.strictObject({ iteration: z.number().int().positive(), learningRate: z.number() }),
  ),
  /**
   * The schedule answers to the validation loss: the points hold for one that improves in every
   * epoch, and a run may leave them.
   */
  reactsToValidation: z.boolean(),
});
export type SchedulePreview = z.infer<typeof SchedulePreview>;
