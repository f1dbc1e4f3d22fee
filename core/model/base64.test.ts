import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Length, decodeBase64, encodeBase64 } from './base64.ts';

describe('base64', () => {
  it('agrees with Node, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(text).toHaveLength(base64Length(bytes.length));
        expect(decodeBase64(text, bytes.length)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['too short', 'AAAA', 4],
    ['too long', 'AAAAAAAA', 3],
    ['unpadded', 'AAA', 2],
    ['padded too much', 'AA==', 2],
    ['padded too little', 'AAA=', 1],
    ['of a blank', 'AA A', 3],
    ['of the alphabet for addresses', 'AA_-', 3],
    ['beyond ASCII', 'AA가A', 3],
    ['of bits left over', 'AB==', 1],
  ])('refuses text that is %s', (_, text, length) => {
    expect(decodeBase64(text, length)).toBeNull();
  });
});
