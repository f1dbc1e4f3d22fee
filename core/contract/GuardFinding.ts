/**
 * What a guard saw while a run trained: a number that broke, a loss that exploded, units that died,
 * gradients that vanished on their way.
 */
import { z } from 'zod';
import { Remedy } from './Diagnosis.ts';
import { LayerPosition } from './LayerStatistics.ts';
import { LocalizedText, Measured } from './primitives.ts';

/**
 * `not-finite`, `exploding-loss`: ended the run, found by going through its last iterations again.
 * `dead-units`, `vanishing-gradients`: seen at the end of an epoch, on one minibatch.
 */
export const GuardKind = z.enum([
  'not-finite',
  'exploding-loss',
  'dead-units',
  'vanishing-gradients',
]);
export type GuardKind = z.infer<typeof GuardKind>;

export const GuardFinding = z.strictObject({
  kind: GuardKind,
  /** The first epoch in which it was seen. */
  epoch: z.number().int().positive(),
  /** The last one in which it was seen; the rest is of that epoch. */
  lastEpoch: z.number().int().positive(),
  iteration: z.number().int().positive(),
  /** Null where it lies outside of the layers: in the data or in the loss. */
  layer: LayerPosition.nullable(),
  layerType: z.string().nullable(),
  /** Such as `0.weight`, where it is in a parameter, its gradient or the optimizer's memory. */
  tensor: z.string().nullable(),
  /** What the decision was made by, by name. */
  numbers: z.record(z.string(), Measured),
  /** One or two sentences. */
  text: LocalizedText,
  /** The most promising first. */
  remedies: z.array(Remedy),
});
export type GuardFinding = z.infer<typeof GuardFinding>;
