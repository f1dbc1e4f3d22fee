/** A sample as the network of an experiment would be given it, to be seen beside the raw one. */
import { z } from 'zod';
import { Shape } from './primitives.ts';

/** What the encoder made of a sample. */
export const EncodedInput = z.strictObject({
  /** Of the input, without the minibatch axis; of a dropped sample too. */
  shape: Shape,
  /** What the tokenizer made of a text, at most 300, jamo as people read them; null of other samples. */
  tokens: z.array(z.string()).nullable(),
  /**
   * Inputs by name, at most 300: all of a table; of a text those that are not 0, by the term or the
   * token that they stand for; none of an image.
   */
  inputs: z.array(z.strictObject({ name: z.string(), value: z.number() })),
  /** How many inputs have names, whether or not they are listed. */
  named: z.number().int().nonnegative(),
  /** Of all inputs; 0 of a dropped sample. */
  minimum: z.number(),
  maximum: z.number(),
});
export type EncodedInput = z.infer<typeof EncodedInput>;

export const ModelInput = EncodedInput.extend({
  /** Null: it lacks a value that is dropped, so no part has it, and no network sees it. */
  split: z.enum(['train', 'validation', 'test']).nullable(),
});
export type ModelInput = z.infer<typeof ModelInput>;
