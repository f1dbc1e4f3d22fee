/**
 * One technique against overfitting, as an experiment uses it: whether it is on, how much of it
 * there is, and what turns it on and off.
 */
import { z } from 'zod';
import { LayerPosition } from './LayerStatistics.ts';
import { SpecEdit } from './SpecEdit.ts';

export const Regularization = z.strictObject({
  kind: z.enum(['weightDecay', 'dropout', 'batchNorm', 'augmentation']),
  isOn: z.boolean(),
  /** λ of weight decay, p of dropout where all layers have the same; null elsewhere. */
  value: z.number().nullable(),
  /** Layers or steps of it; 0 where it is off, and for weight decay. */
  count: z.number().int().nonnegative(),
  /** The layers that are it. */
  paths: z.array(LayerPosition),
  /** Null where a person must choose, or the experiment has no place for it. */
  turnOn: z.array(SpecEdit).min(1).nullable(),
  turnOff: z.array(SpecEdit).min(1).nullable(),
});
export type Regularization = z.infer<typeof Regularization>;
