import { expect, test } from 'vitest';
import { inSentence } from './inSentence.ts';

test.each([
  ['Output features', 'output features'],
  ['MSE of the test set', 'MSE of the test set'],
  ['p of dropout', 'p of dropout'],
  ['', ''],
])('%o inside a sentence is %o', (alone, inside) => {
  expect(inSentence(alone)).toBe(inside);
});
