import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caughtError } from '../testing/caughtError.ts';
import { decodeText } from './decodeText.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte-order mark', () => {
    const text = '이름,값\n펭귄🐧,1';
    expect(decodeText(new TextEncoder().encode(text), 'f')).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`), 'f')).toBe(text);
  });

  it('accepts exactly what a strict decoder accepts, NUL aside', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const tricky = fc.constantFrom(0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0);
    const leads = fc.constantFrom(0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0x8f, 0x90);
    const array = fc.array(fc.oneof(tricky, leads), { maxLength: 6 });
    fc.assert(
      fc.property(array, (values) => {
        let expected: string | null;
        try {
          expected = strict.decode(bytes(...values));
        } catch {
          expected = null;
        }
        if (expected === null) expect(() => decodeText(bytes(...values), 'f')).toThrow('UTF-8');
        else expect(decodeText(bytes(...values), 'f')).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a PNG image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d)],
    ['a ZIP archive or an Excel workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['a gzip archive', bytes(0x1f, 0x8b, 0x08)],
  ])('says that a file is %s', (what, content) => {
    expect(caughtError(() => decodeText(content, 'flowers.csv'))).toMatchObject({
      code: 'invalid-dataset',
      message: `"flowers.csv" is ${what}, not a table of text.`,
    });
  });

  it.each([
    [
      'Korean in CP949',
      bytes(0x61, 0x0a, 0xc0, 0xcc),
      '"f" must be UTF-8 text: byte 0xC0 at offset 2 is not UTF-8 text.',
      'line 2',
    ],
    [
      'a NUL byte',
      bytes(0x61, 0),
      '"f" must be UTF-8 text: byte 0x00 at offset 1 is not UTF-8 text.',
      'line 1',
    ],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0), '"f" must be UTF-8 text: it is UTF-16.', null],
  ])('refuses %s', (_, source, message, where) => {
    expect(caughtError(() => decodeText(source, 'f'))).toMatchObject({ message, where });
  });
});
