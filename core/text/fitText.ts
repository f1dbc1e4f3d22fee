import type { TextSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { FittedText } from './FittedText.ts';
import { prepareTokenizer } from './tokenizers/prepareTokenizer.ts';
import { prepareVectorizer } from './vectorizers/prepareVectorizer.ts';
import { TermCounter } from './vectorizers/TermCounter.ts';
import { termsOf } from './vectorizers/termsOf.ts';

/**
 * Learns vocabulary and weights from the texts of the training split, in one pass.
 *
 * Throws StudioError `invalid-experiment` at `where.tokenizer...` or `where.vectorizer...`: refused
 * components, or texts in which no term occurs often enough.
 */
export function fitText(
  texts: Iterable<string>,
  spec: TextSpec,
  where = 'preprocessing.text',
): FittedText {
  const tokenizer = prepareTokenizer(spec.tokenizer, `${where}.tokenizer`);
  const { definition, options } = prepareVectorizer(spec.vectorizer, `${where}.vectorizer`);
  const range = definition.terms(options);
  const counter = new TermCounter();
  for (const text of texts) {
    const tokens = tokenizer.tokenize(text).map((token) => token.text);
    counter.add(termsOf(tokens, range, tokenizer.separator));
  }
  const minimum = Number(options.minimumCount);
  const terms = counter.most(Number(options.vocabularySize), minimum);
  if (terms.length === 0) {
    throw noTerms(definition.descriptor.type, minimum, counter, `${where}.vectorizer`);
  }
  return {
    tokenizer: tokenizer.component,
    vectorizer: { type: definition.descriptor.type, options },
    terms: terms.map(({ term }) => term),
    weights: definition.weights?.(terms, counter.texts) ?? [],
  };
}

function noTerms(type: string, minimum: number, counter: TermCounter, where: string): StudioError {
  const texts = counter.texts === 1 ? '1 text' : `${counter.texts} texts`;
  if (counter.size > 0) {
    return new StudioError(
      'invalid-experiment',
      `${type} found no term that occurs ${minimum} times in ${texts} of the training split.`,
      { where: `${where}.options.minimumCount`, hint: 'Lower minimumCount.' },
    );
  }
  return new StudioError('invalid-experiment', `${type} found no term in ${texts}.`, {
    where,
    hint: 'Choose shorter n-grams, or a tokenizer that keeps what the texts are made of.',
  });
}
