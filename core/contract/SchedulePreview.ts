/** The learning rate of a run before it trains. */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

/**
 * A point of the curve that can be dragged. The option behind it is
 * ((position − origin) · scale)^power, the position being an iteration or a learning rate.
 */
export const LearningRateHandle = z.strictObject({
  /** Keys of the option from the document's top: `schedule`, `options`, `gamma`. */
  at: z.array(z.string()).min(1),
  label: LocalizedText,
  value: z.number(),
  /** Where the option is a list, of which this is one number. */
  list: z.strictObject({ values: z.array(z.number()), index: z.number().int() }).nullable(),
  axis: z.enum(['iteration', 'rate']),
  iteration: z.number().int().positive(),
  learningRate: z.number(),
  origin: z.number(),
  scale: z.number(),
  power: z.number(),
  minimum: z.number(),
  /** The minimum itself is not allowed. */
  isAboveMinimum: z.boolean(),
  /** Null for none. */
  maximum: z.number().nullable(),
  isWhole: z.boolean(),
});
export type LearningRateHandle = z.infer<typeof LearningRateHandle>;

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
  handles: z.array(LearningRateHandle),
});
export type SchedulePreview = z.infer<typeof SchedulePreview>;
