import type { Tokenizer } from '../../text/tokenizers/prepareTokenizer.ts';
import { type CountedTerm, TermCounter } from '../../text/vectorizers/TermCounter.ts';
import { eachText, type Texts } from './Texts.ts';

export interface VocabularyCounts {
  /** Tokens in all texts. */
  readonly tokens: number;
  /** Different ones. */
  readonly distinct: number;
  /** Different ones that stand in all texts together once. */
  readonly once: number;
  /** The most frequent ones, equally frequent ones by code points. */
  readonly most: readonly CountedTerm[];
  /** Share of all tokens that `most` covers. */
  readonly coverage: number;
}

/**
 * The vocabulary of texts, as a tokenizer sees them. Memory is bounded by TermCounter: beyond two
 * million different tokens the rarest are forgotten, and `distinct` counts what is remembered.
 */
export function vocabularyCounts(
  texts: Texts,
  { tokenize }: Tokenizer,
  shown = 100,
): VocabularyCounts {
  const counter = new TermCounter();
  let tokens = 0;
  for (const text of eachText(texts)) {
    const own = tokenize(text);
    tokens += own.length;
    counter.add(own.map((token) => token.text));
  }
  const all = counter.most(Number.POSITIVE_INFINITY, 1);
  const most = all.slice(0, shown);
  const covered = most.reduce((total, { count }) => total + count, 0);
  return {
    tokens,
    distinct: all.length,
    once: all.filter(({ count }) => count === 1).length,
    most,
    coverage: tokens === 0 ? 0 : covered / tokens,
  };
}
