import { expect, test } from 'vitest';
import { rowAfter } from './rowAfter.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 24, 24],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 13],
  ['PageDown', 20, 24],
  ['PageUp', 13, 3],
  ['PageUp', 4, 0],
  ['Home', 9, 0],
  ['End', 9, 24],
])('%s of 25 rows: from %i to %i', (key, from, to) => {
  expect(rowAfter(key, from, 25)).toBe(to);
});

test('other keys lead nowhere', () => {
  expect(rowAfter('Enter', 3, 25)).toBeNull();
  expect(rowAfter('ArrowLeft', 3, 25)).toBeNull();
});
