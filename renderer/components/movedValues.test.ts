import { expect, test } from 'vitest';
import { movedValues } from './movedValues.ts';

const valueAt = (position: number) => position;

test('what is not moved keeps its value, also where both stand on one position', () => {
  expect(movedValues([4.1, 4.2], [4, 4], [3, 4], valueAt)).toEqual([3, 4.2]);
  expect(movedValues([4.1, 4.2], [4, 4], [4, 5], valueAt)).toEqual([4.1, 5]);
  expect(movedValues([2.1, 4.2], [2, 4], [3, 4], valueAt)).toEqual([3, 4.2]);
});

test('a thumb that meets or passes the other one leaves it its value', () => {
  expect(movedValues([2.1, 4.2], [2, 4], [4, 4], valueAt)).toEqual([4.2, 4.2]);
  expect(movedValues([2.1, 4.2], [2, 4], [4, 6], valueAt)).toEqual([4.2, 6]);
  expect(movedValues([2.1, 4.2], [2, 4], [1, 2], valueAt)).toEqual([1, 2.1]);
});
