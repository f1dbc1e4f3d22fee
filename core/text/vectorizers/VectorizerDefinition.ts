/**
 * What a vectorizer is to the studio: its catalog entry, what it counts as a term, and the numbers
 * that a text becomes.
 *
 * Every vectorizer learns a vocabulary from the training split, the most frequent terms first, and
 * may learn a weight for each; prepareVectorizer counts, so that a definition says only what is its
 * own. A term that the vocabulary lacks is at place −1.
 */
import type { OptionRefusal } from '../../catalog/OptionRefusal.ts';
import type { ComponentDescriptor } from '../../contract/Catalog.ts';
import type { Options } from '../../contract/ModelSpec.ts';
import type { CountedTerm } from './TermCounter.ts';
import type { NgramRange } from './termsOf.ts';

export interface VectorizerDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** Which option does not go with the others and why, or null. */
  refusal?(options: O): OptionRefusal | null;
  terms(options: O): NgramRange;
  /** The most that the numbers tell of the tokens: their order, how often each stands, or whether. */
  sees(options: O): 'order' | 'counts' | 'presence';
  /** One for each term, in the vocabulary's order. */
  weights?(terms: readonly CountedTerm[], texts: number): number[];
  /** What a model sees of a text. */
  shape(options: O, vocabulary: number): readonly number[];
  /** How many numbers an Embedding must know; only where a text becomes token numbers. */
  numEmbeddings?(vocabulary: number): number;
  /**
   * Fills out[offset ...] as far as the shape goes. `places` holds the place in the vocabulary of
   * each term of the text, in the order of termsOf.
   */
  encode(
    places: Int32Array,
    options: O,
    weights: readonly number[],
    out: Float32Array,
    offset: number,
  ): void;
}
