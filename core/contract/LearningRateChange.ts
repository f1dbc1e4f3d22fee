/**
 * A person's change of the learning rate while a run was training.
 *
 * It replaces the optimizer's own learning rate, not the value of one iteration: the schedule and
 * the warm-up go on around the new one, as if the experiment had said it from the start. So a
 * schedule still falls, and the value typed is the one that the experiment's form shows.
 */
import { z } from 'zod';

export const LearningRateChange = z.strictObject({
  /** The first iteration that uses it, from 1. */
  iteration: z.number().int().positive(),
  /** In place of the optimizer's own, in (0, ∞). */
  learningRate: z.number().positive(),
});
export type LearningRateChange = z.infer<typeof LearningRateChange>;
