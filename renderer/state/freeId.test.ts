import { expect, test } from 'vitest';
import { freeId } from './freeId.ts';

test.each([
  ['Digits with Adam', [], 'digits-with-adam'],
  ['digits', ['digits', 'digits-2'], 'digits-3'],
  ['숫자', [], 'experiment'],
  ['--a__b--', [], 'a-b'],
])('%s beside %j is %s', (words, taken, expected) => {
  expect(freeId(words, new Set(taken))).toBe(expected);
});
