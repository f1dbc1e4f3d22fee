import type { ByteRows } from './ByteRows.ts';

/**
 * A number of 53 bits for the bytes of a row: equal rows have equal numbers, and two different ones
 * among a million meet with a probability of about 10⁻⁴, so whoever needs certainty compares.
 *
 * Two multiplicative lanes over the bytes, mixed at the end (the finisher of MurmurHash3, public
 * domain); no defence against an attacker, who could only make his own rows look equal.
 */
export function rowHash({ bytes, start }: ByteRows, row: number): number {
  let low = 0x9e3779b1;
  let high = 0x85ebca6b;
  const end = start(row + 1);
  for (let at = start(row); at < end; at++) {
    low = Math.imul(low ^ bytes[at], 0x5bd1e995);
    high = Math.imul(high ^ bytes[at], 0x1b873593);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  low = mix(low ^ high);
  high = mix(high ^ low);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
