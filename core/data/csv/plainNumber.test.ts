import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNumber } from './plainNumber.ts';

test.each([
  ['3,14', 'comma', '3.14'],
  ['1.234,5', 'comma', '1234.5'],
  ['1.234', 'comma', '1234'],
  ['-1 234 567,50', 'comma', '-1234567.50'],
  ['1\u202f234,5', 'comma', '1234.5'],
  [' +,5e-3 ', 'comma', '+.5e-3'],
  ['1,234.5', 'point', '1234.5'],
  ["1'234.5", 'point', '1234.5'],
  ['1,234', 'point', '1234'],
  ['12', 'comma', '12'],
  ['7,', 'comma', '7'],
] as const)('%s with a decimal %s', (cell, decimal, plain) => {
  expect(plainNumber(cell, decimal)).toBe(plain);
});

test.each([
  ['2.5', 'comma'],
  ['0.123', 'comma'],
  ['1234.567', 'comma'],
  ['1.234 567,5', 'comma'],
  ['1,2,3', 'comma'],
  ['1,23,456', 'point'],
  ['3,14', 'point'],
  ['', 'comma'],
  [',', 'comma'],
  ['-', 'point'],
  ['2024-03-01', 'comma'],
  ['a', 'point'],
] as const)('%j is no number with a decimal %s', (cell, decimal) => {
  expect(plainNumber(cell, decimal)).toBeNull();
});

test('reads what Intl writes, in both ways (seed 53)', () => {
  const number = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((value) => value / 1000);
  const digits = { maximumFractionDigits: 3 } as const;
  fc.assert(
    fc.property(number, (value) => {
      const german = new Intl.NumberFormat('de', digits).format(value);
      const english = new Intl.NumberFormat('en', digits).format(value);
      expect(Number(plainNumber(german, 'comma'))).toBe(value);
      expect(Number(plainNumber(english, 'point'))).toBe(value);
    }),
    { seed: 53, numRuns: 300 },
  );
});
