/**
 * What a code point is to a tokenizer, by its Unicode general category alone.
 *
 * Categories are in every language's standard library, so that a model which leaves the studio can
 * cut its texts anywhere the same way; word breaking by ICU is not, and differs between versions.
 */

/**
 * `word`: letters, marks, numbers and connectors such as `_`. `symbol`: pictures, and what this
 * Unicode does not know yet, so that new emoji are symbols too. `ignorable`: seen by nobody, such as
 * joiners, soft hyphens and marks of direction.
 */
export type CharacterClass = 'blank' | 'word' | 'punctuation' | 'symbol' | 'ignorable';

const classes = ['blank', 'word', 'punctuation', 'symbol', 'ignorable'] as const;

/** Zero-width space and the byte-order mark: where words may part, though they count as formats. */
const BLANK = /[\p{Z}\p{Cc}\u200b\ufeff]/u;
const WORD = /[\p{L}\p{M}\p{N}\p{Pc}]/u;
const PUNCTUATION = /[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u;

/** One more than the place in `classes`; 0 is not yet asked. A regular expression costs 20 times. */
const remembered = new Uint8Array(0x110000);

export function characterClass(codePoint: number): CharacterClass {
  const known = remembered[codePoint];
  if (known > 0) return classes[known - 1];
  const found = classify(String.fromCodePoint(codePoint));
  remembered[codePoint] = classes.indexOf(found) + 1;
  return found;
}

function classify(character: string): CharacterClass {
  if (BLANK.test(character)) return 'blank';
  if (WORD.test(character)) return 'word';
  if (PUNCTUATION.test(character)) return 'punctuation';
  return /\p{Cf}/u.test(character) ? 'ignorable' : 'symbol';
}
