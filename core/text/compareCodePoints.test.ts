import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from './compareCodePoints.ts';

test('it orders as the bytes of UTF-8 do', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\uffee', '😀', 'a', ''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const expected = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(Math.sign(compareCodePoints(a, b))).toBe(expected);
    }),
  );
});
