/**
 * From texts to the numbers that a model sees, by what fitText learned.
 *
 * The vocabulary's index is made once; keep the writer for many texts.
 */
import type { FittedText } from './FittedText.ts';
import { prepareTokenizer } from './tokenizers/prepareTokenizer.ts';
import { prepareVectorizer } from './vectorizers/prepareVectorizer.ts';
import { termsOf } from './vectorizers/termsOf.ts';

export interface TextWriter {
  /** Of an encoded text. */
  readonly shape: readonly number[];
  /** What Embedding and EmbeddingBag must be told; null where a text is no list of token numbers. */
  readonly numEmbeddings: number | null;
  /** Fills out[offset ...], all of the shape. */
  write(text: string, out: Float32Array, offset: number): void;
}

/** Throws StudioError `invalid-experiment` for components that this studio does not know. */
export function createTextWriter(fitted: FittedText, where = 'preprocessing.text'): TextWriter {
  const { tokenize, separator } = prepareTokenizer(fitted.tokenizer, `${where}.tokenizer`);
  const { definition, options } = prepareVectorizer(fitted.vectorizer, `${where}.vectorizer`);
  const range = definition.terms(options);
  const places = new Map(fitted.terms.map((term, place) => [term, place]));
  const shape = definition.shape(options, fitted.terms.length);
  const size = shape.reduce((product, axis) => product * axis, 1);
  return {
    shape,
    numEmbeddings: definition.numEmbeddings?.(fitted.terms.length) ?? null,
    write(text, out, offset) {
      const tokens = tokenize(text).map((token) => token.text);
      const terms = termsOf(tokens, range, separator);
      const found = Int32Array.from(terms, (term) => places.get(term) ?? -1);
      out.fill(0, offset, offset + size);
      definition.encode(found, options, fitted.weights, out, offset);
    },
  };
}
