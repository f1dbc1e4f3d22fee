import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInvalidByte } from './firstInvalidByte.ts';

test('it accepts exactly what a strict decoder accepts, NUL aside', () => {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (all) => {
      const bytes = Uint8Array.from(all);
      const at = firstInvalidByte(bytes);
      const isText = (part: Uint8Array) => {
        try {
          return !new TextDecoder('utf-8', { fatal: true }).decode(part).includes('\0');
        } catch {
          return false;
        }
      };
      expect(at === -1).toBe(isText(bytes));
      if (at !== -1) expect(isText(bytes.subarray(0, at))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
