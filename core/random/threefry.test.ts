import { describe, expect, it } from 'vitest';
import { threefry, type WordPair } from './threefry.ts';

/** The lines "threefry2x32 20" of Random123's kat_vectors: counter, key, result. */
const knownAnswers: readonly (readonly [WordPair, WordPair, WordPair])[] = [
  [
    [0, 0],
    [0, 0],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    [0xc4923a9c, 0x483df7a0],
  ],
];

describe('threefry', () => {
  it.each(knownAnswers)('of counter %o and key %o is %o', (counter, key, expected) => {
    expect(threefry(key, counter)).toEqual(expected);
  });
});
