import type { TextSpec } from '../../contract/ExperimentSpec.ts';
import { prepareVectorizer } from '../../text/vectorizers/prepareVectorizer.ts';

/**
 * Why a change of order is nothing to a model whose texts are read that way, or null.
 *
 * Only words with their punctuation attached differ: a word that leaves its full stop is another.
 */
export function idleWhereOrderIsUnseen(type: string, spec: TextSpec): string | null {
  const { tokenizer, vectorizer } = spec;
  if (tokenizer.type === 'Words' && tokenizer.options.punctuation === 'attach') return null;
  const { definition, options } = prepareVectorizer(vectorizer, 'preprocessing.text.vectorizer');
  if (definition.sees(options) === 'order') return null;
  return `${type} changes nothing here: ${vectorizer.type} of single tokens does not see their order.`;
}
