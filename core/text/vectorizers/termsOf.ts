/** Runs of tokens that count as one term: n-grams, written with the tokenizer's separator. */
export interface NgramRange {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Longer terms are in no vocabulary, nor are longer runs put together: a text of a million letters
 * without a blank must not become a word.
 */
export const LONGEST_TERM = 200;

/** All n-grams of minimum to maximum tokens, the shorter ones first, each length in text order. */
export function termsOf(
  tokens: readonly string[],
  { minimum, maximum }: NgramRange,
  separator: string,
): readonly string[] {
  if (minimum === 1 && maximum === 1) return tokens;
  const terms: string[] = [];
  for (let length = minimum; length <= Math.min(maximum, tokens.length); length++) {
    for (let start = 0; start + length <= tokens.length; start++) {
      terms.push(length === 1 ? tokens[start] : join(tokens, start, length, separator));
    }
  }
  return terms;
}

function join(tokens: readonly string[], start: number, length: number, separator: string): string {
  let term = tokens[start];
  for (let at = start + 1; at < start + length && term.length <= LONGEST_TERM; at++) {
    term += separator + tokens[at];
  }
  return term;
}
