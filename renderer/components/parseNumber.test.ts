import { expect, test } from 'vitest';
import { parseNumber } from './parseNumber.ts';

test.each([
  ['0.003', 0.003],
  ['1e-3', 0.001],
  [' 1,797 ', 1797],
  ['−2', -2],
  ['.5', 0.5],
  ['', null],
  ['abc', null],
  ['1.2.3', null],
  ['0x10', null],
  ['1e999', null],
  ['1,2', null],
])('%j is %j', (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});
