import { expect, test } from 'vitest';
import { toRowMajor } from './toRowMajor.ts';

test('a [2, 3] array of two bytes each comes row by row', () => {
  const columns = Uint8Array.of(0, 10, 3, 13, 1, 11, 4, 14, 2, 12, 5, 15);
  expect([...toRowMajor(columns, [2, 3], 2)]).toEqual([0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15]);
});

test('of three axes the last goes fastest afterwards', () => {
  const shape = [2, 3, 4];
  const stored = new Uint8Array(24);
  for (let a = 0; a < 2; a++)
    for (let b = 0; b < 3; b++)
      for (let c = 0; c < 4; c++) stored[a + 2 * b + 6 * c] = 12 * a + 4 * b + c;
  expect([...toRowMajor(stored, shape, 1)]).toEqual(Array.from({ length: 24 }, (_, at) => at));
});

test('nothing is left as nothing', () => {
  expect(toRowMajor(new Uint8Array(0), [0, 3], 4)).toHaveLength(0);
});
