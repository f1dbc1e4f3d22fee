/**
 * The parts by which two texts are compared: every run of five characters, as hashes.
 *
 * Runs of characters forgive a changed ending or particle, where runs of words would not. Case,
 * punctuation and blanks do not count, save one blank between words.
 */
import { normalizeToken } from '../../text/scan/normalizeToken.ts';
import { piecesOf } from '../../text/scan/piecesOf.ts';
import { hashText } from './hashText.ts';

const LENGTH = 5;

/** Different ones; a shorter text is one by itself, a text without a word has none. */
export function shinglesOf(text: string): Set<number> {
  const words = piecesOf(text).filter(({ kind }) => kind === 'word' || kind === 'symbol');
  const plain = words
    .map(({ start, end }) => normalizeToken(text.slice(start, end), true))
    .join(' ');
  const shingles = new Set<number>();
  if (plain === '') return shingles;
  for (let start = 0; start === 0 || start + LENGTH <= plain.length; start++) {
    shingles.add(hashText(plain, start, Math.min(start + LENGTH, plain.length)));
  }
  return shingles;
}

/** |A ∩ B| / |A ∪ B|, in [0, 1]; 0 where both are empty. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
