import { expect, test } from 'vitest';
import { parseNumberList } from './parseNumberList.ts';

test.each([
  ['10, 20', [10, 20]],
  ['10,200', [10, 200]],
  ['3 × 5', [3, 5]],
  ['0.9 .999', [0.9, 0.999]],
  [' 3 ', [3]],
  ['', []],
  ['10, ', [10]],
  ['10, x', null],
])('%j is %j', (text, expected) => {
  expect(parseNumberList(text)).toEqual(expected);
});
