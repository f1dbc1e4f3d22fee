import { expect, test } from 'vitest';
import { readTable } from '../readTable.ts';

/** A table with `x` and `y` that teach, and between them columns that hold one text or nothing. */
const read = (cells: readonly string[]) => {
  const names = cells.map((_, at) => `c${at + 1}`);
  const rows = [1, 2, 3, 4].map((row) => [row / 2, ...cells, row % 2 ? 'a' : 'b']);
  return readTable([['x', ...names, 'y'], ...rows].map((row) => row.join()).join('\n'), {
    name: 'data.csv',
  }).warnings;
};

test('a few features that teach nothing are named', () => {
  expect(read(['0', '0', '', '0'])).toEqual([
    'Feature "c1" is the same in every row and tells nothing.',
    'Feature "c2" is the same in every row and tells nothing.',
    'Feature "c4" is the same in every row and tells nothing.',
    'Feature "c3" has no value in any row.',
  ]);
});

test('many are counted', () => {
  expect(read(['0', '0', '', '0', '', '', '1', ''])).toEqual([
    '4 features, first "c1", are the same in every row and tell nothing.',
    '4 features, first "c3", have no value in any row.',
  ]);
});
