import { expect, test } from 'vitest';
import { readTable } from '../readTable.ts';

const read = (rows: readonly string[], window = 5000) =>
  readTable(['x,k,y', ...rows].join('\n'), { name: 'data.csv', window });

test('marks among numbers are missing, and that is said; among texts they are what they are', () => {
  const marks = ['-', '--', '.', 'none', 'None'];
  const rows = [...marks.map((mark) => `${mark},-,a`), '1.5,p,b', '2,none,b', '3,p,a'];
  const { columns, values, warnings } = read(rows);
  expect(columns).toEqual([
    { name: 'x', type: 'number' },
    { name: 'k', type: 'category', labels: ['-', 'p', 'none'] },
  ]);
  expect([...values].filter((_, at) => at % 2 === 0)).toEqual([
    ...marks.map(() => Number.NaN),
    ...[1.5, 2, 3],
  ]);
  const told = 'Column "x" holds numbers: 5 marks such as "-" in row 2 are read as missing values.';
  expect(warnings).toEqual([told]);
});

test('a row whose target is such a mark has none', () => {
  const values = ['1.5', '-', '2.5', '3.25', '7.125'].map((value) => `1,p,${value}`);
  const { target, samples, warnings } = read([...values, '2,q,9']);
  expect(target).toMatchObject({ kind: 'number', minimum: 1.5, maximum: 9 });
  expect(samples).toBe(5);
  expect(warnings).toEqual([
    '1 row without a target "y" was left out: row 3.',
    'Column "y" holds numbers: "-" in row 3 is read as a missing value.',
  ]);
});

test('among classes that are numbers a mark is one of them', () => {
  const classes = ['none', '1', '2', 'none', '2', '1'].map((value, at) => `${at * 1.5},p,${value}`);
  const { target, samples, warnings } = read(classes);
  expect(target).toMatchObject({ kind: 'class', labels: ['1', '2', 'none'], counts: [2, 2, 2] });
  expect([samples, warnings]).toEqual([
    6,
    ['Feature "k" is the same in every row and tells nothing.'],
  ]);
});

test('later numbers that are no classes make it a missing one again', () => {
  const values = ['1', '-', '2', '2', '1', ...Array.from({ length: 30 }, (_, at) => `${at}.5`)];
  const { target, samples } = read(
    values.map((value, at) => `${at},p,${value}`),
    5,
  );
  expect(target).toMatchObject({ kind: 'number', minimum: 0.5, maximum: 29.5 });
  expect(samples).toBe(34);
});

test('later numbers that are classes make the mark one of them', () => {
  const values = [
    '1',
    '2',
    '3',
    'none',
    ...Array.from({ length: 12 }, (_, at) => `${1 + (at % 3)}`),
  ];
  const { target, samples, warnings } = read(
    values.map((value, at) => `${at},${at % 2 ? 'p' : 'q'},${value}`),
    4,
  );
  expect(target).toMatchObject({ kind: 'class', labels: ['1', '2', '3', 'none'] });
  expect([samples, warnings]).toEqual([16, []]);
});

test('a column of marks alone holds no numbers, also where it is said to', () => {
  const choices = { columns: [{ name: 'x', type: 'number' } as const] };
  const text = 'x,k,y\n-,1,a\n-,2,b\n-,3,a\n';
  expect(readTable(text, { name: 'data.csv', choices }).warnings).toEqual([
    'Feature "x" has no value in any row.',
  ]);
});

test('a later text among them makes the marks texts again', () => {
  const { columns } = read(['1,p,a', '-,p,b', '3,q,a', 'high,q,b', 'low,q,b'], 3);
  expect(columns[0]).toEqual({
    name: 'x',
    type: 'category',
    labels: ['1', '-', '3', 'high', 'low'],
  });
  const { target, samples } = read(['1,p,1', '2,p,-', '3,q,2', '4,q,high', '5,q,high'], 3);
  expect(target).toMatchObject({ kind: 'class', labels: ['-', '1', '2', 'high'] });
  expect(samples).toBe(5);
});

test('where every column is left out, the reasons are given', () => {
  const ids = Array.from({ length: 30 }, (_, at) => `u${at},v${at},${at % 2 ? 'a' : 'b'}`);
  expect(() => read(ids)).toThrow(
    expect.objectContaining({
      hint: expect.stringContaining(
        'Column "x" is left out: 30 different texts in 30 rows are no categories. Column "k"',
      ),
    }),
  );
});
