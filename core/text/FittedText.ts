/**
 * What turns a text into numbers, as plain data: it goes into checkpoints, model files and other
 * threads, and whoever holds it needs no training data.
 */
import { z } from 'zod';
import { TextSpec } from '../contract/ExperimentSpec.ts';
import { LONGEST_TERM } from './vectorizers/termsOf.ts';

/** Both components with all their options; the vocabulary, the most frequent term first. */
export const FittedText = TextSpec.extend({
  terms: z.array(z.string().min(1).max(LONGEST_TERM)).min(1).max(1_000_000),
  /** One a term, of vectorizers that weigh terms; else none. */
  weights: z.array(z.number().finite()).max(1_000_000),
});
export type FittedText = z.infer<typeof FittedText>;
