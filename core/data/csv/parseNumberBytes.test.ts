import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './parseNumber.ts';
import { parseNumberBytes } from './parseNumberBytes.ts';

const parse = (text: string) => {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return parseNumberBytes(bytes, 1, bytes.length - 1);
};

test.each([
  ['1', 1],
  ['-2.50', -2.5],
  ['+.5', 0.5],
  ['5.', 5],
  [' 7 ', 7],
  ['1e3', 1000],
  ['-1.5E-7', -1.5e-7],
  ['0.1', 0.1],
  ['123456789012345678', 123456789012345680],
  ['0.30000000000000004', 0.30000000000000004],
  ['-0', -0],
])('%s', (text, value) => {
  expect(parse(text)).toBe(value);
});

test.each([
  '',
  ' ',
  '.',
  '-',
  '1e',
  'Infinity',
  '0x10',
  '1,5',
  '1 2',
  '--1',
  '１',
  'NaN',
  '1'.repeat(401),
])('"%s" is no number', (text) => {
  expect(parse(text)).toBeNaN();
});

test('it is parseNumber of the same text, bit for bit', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.tuple(fc.integer(), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
    fc.string({ unit: fc.constantFrom(...'0123456789+-.eE '), maxLength: 12 }),
  );
  fc.assert(
    fc.property(number, (text) => Object.is(parse(text), parseNumber(text))),
    { numRuns: 3000 },
  );
});
