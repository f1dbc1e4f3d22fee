/** How much an augmentation list changes of what the model sees. */
import { z } from 'zod';

export const InputChange = z.strictObject({
  /** Share of samples whose input differs in at least one value. */
  changed: z.number().min(0).max(1),
  /** Mean of |change| over all values, in standard deviations of the unchanged input. */
  change: z.number().min(0),
});
export type InputChange = z.infer<typeof InputChange>;

export const AugmentationEffect = z.strictObject({
  /** Training samples that were looked at, as they are in the first epoch. */
  samples: z.number().int().nonnegative(),
  /** Of the whole list. */
  together: InputChange,
  /** Of each step alone, in the order of the list. */
  steps: z.array(InputChange.extend({ type: z.string() })),
});
export type AugmentationEffect = z.infer<typeof AugmentationEffect>;
