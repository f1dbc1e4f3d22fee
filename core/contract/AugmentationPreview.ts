/** Samples as training sees them: the originals, and what each epoch makes of them. */
import { z } from 'zod';
import { LocalizedText, Shape } from './primitives.ts';

/** Bytes [channels, height, width]. */
const Pixels = z.instanceof(Uint8Array);

const DrawnValue = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.number()).readonly(),
  z.array(z.string()).readonly(),
]);

/** What one step of the list did to a sample. */
export const AppliedStep = z.strictObject({
  /** Its place in the list. */
  position: z.number().int().nonnegative(),
  type: z.string(),
  /** By name, in the units of the options; null: the step was left out, by its p or by chance. */
  drawn: z.record(z.string(), DrawnValue).nullable(),
  /** The same in words, `rotated 12.3°`; null where nothing was drawn. */
  text: LocalizedText.nullable(),
  /** The sample it was mixed with, by its place in the dataset. */
  partner: z.number().int().nonnegative().optional(),
});
export type AppliedStep = z.infer<typeof AppliedStep>;

/**
 * Place among the training samples, in the order of the dataset; null: in another split or in none.
 * No epoch augments such a sample: it is shown as it would be trained on, unmixed.
 */
const TrainingPlace = z.number().int().nonnegative().nullable();

export const AugmentedImage = z.strictObject({
  epoch: z.number().int().positive(),
  pixels: Pixels,
  /** One for each step of the list, in its order. */
  steps: z.array(AppliedStep),
});
export type AugmentedImage = z.infer<typeof AugmentedImage>;

/** A word, a sign or the gap that a word left, with the blank in front of it. */
export const TextPart = z.strictObject({
  before: z.string(),
  /** Empty where a word was taken out. */
  text: z.string(),
  kind: z.enum(['word', 'sign', 'gap']),
  status: z.enum(['kept', 'changed', 'moved', 'inserted', 'deleted']),
  /** What stood here before it was changed or deleted. */
  was: z.string().nullable(),
});
export type TextPart = z.infer<typeof TextPart>;

/** A text in its parts, and the blank behind the last one. */
export const TextPassage = z.strictObject({ parts: z.array(TextPart), end: z.string() });
export type TextPassage = z.infer<typeof TextPassage>;

export const AugmentedText = TextPassage.extend({
  epoch: z.number().int().positive(),
  /** The parts put together: what is trained on. */
  text: z.string(),
  /** One for each step of the list, in its order. */
  steps: z.array(AppliedStep),
});
export type AugmentedText = z.infer<typeof AugmentedText>;

export const AugmentationPreview = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('image'),
    /** [channels, height, width] */
    sampleShape: Shape,
    trainingSamples: z.number().int().positive(),
    samples: z.array(
      z.strictObject({
        index: z.number().int().nonnegative(),
        trainingPlace: TrainingPlace,
        original: Pixels,
        /** One for each epoch asked for. */
        variants: z.array(AugmentedImage),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('text'),
    trainingSamples: z.number().int().positive(),
    samples: z.array(
      z.strictObject({
        index: z.number().int().nonnegative(),
        trainingPlace: TrainingPlace,
        original: TextPassage,
        /** One for each epoch asked for. */
        variants: z.array(AugmentedText),
      }),
    ),
  }),
]);
export type AugmentationPreview = z.infer<typeof AugmentationPreview>;
