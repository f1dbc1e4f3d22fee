import { expect, it } from 'vitest';
import { RaggedRows } from './RaggedRows.ts';

const ragged = (expected: number, ...fields: readonly number[]) => {
  const rows = new RaggedRows(expected);
  fields.forEach((count, at) => void rows.add(at + 2, count));
  return rows;
};

it('names one row alone, and the first three of many', () => {
  expect(ragged(4, 3).toText()).toBe(
    'Row 2 has another number of fields than the header: 3 instead of 4.',
  );
  expect(ragged(4, 3, 5, 1, 7).toText()).toBe(
    '4 rows have another number of fields than the header, which has 4. The first: row 2 has 3, row 3 has 5, row 4 has 1.',
  );
});

it('is hopeless from a thousand on, and says "or more" only of what was not read to its end', () => {
  const rows = ragged(2, ...new Array<number>(999).fill(1));
  expect(rows.isHopeless).toBe(false);
  rows.add(1001, 1);
  expect(rows.isHopeless).toBe(true);
  expect(rows.toText(true)).toMatch(/^1000 rows or more have another number of fields/);
  rows.add(1002, 1);
  expect(rows.toText()).toMatch(/^1001 rows have another number of fields/);
});

it.each([
  ['most rows', ragged(3, 1, 1), 3, /^Most rows are such: another delimiter/],
  ['longer rows', ragged(3, 4, 5), 9, /^A field that holds the delimiter .* quotation marks\.$/],
  ['shorter rows', ragged(3, 1, 2), 9, /^A row may be cut off/],
  ['both', ragged(3, 1, 4), 9, /quotation marks, and an empty field/],
])('advises on %s', (_name, rows, all, advice) => {
  expect(rows.remedy(all)).toMatch(advice);
});
