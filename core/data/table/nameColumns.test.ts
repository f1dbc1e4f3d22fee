import { expect, test } from 'vitest';
import type { Header } from '../../contract/ImportOptions.ts';
import { readTable } from '../readTable.ts';
import { nameColumns } from './nameColumns.ts';

const named = (lines: readonly string[], chosen: Header | null = null) => {
  const rows = lines.map((line, at) => ({ row: at + 1, cells: line.split(',') }));
  return nameColumns(rows, chosen);
};

const iris = ['5.1,3.5,Iris-setosa', '4.9,3.0,Iris-setosa', '7.0,3.2,Iris-versicolor'];

test('a first row with numbers is a sample, and that is said', () => {
  expect(named(iris)).toEqual({
    names: ['column 1', 'column 2', 'column 3'],
    header: 'no',
    unnamed: new Set(),
    notes: [
      'The first row is read as a sample, because "5.1" in it is a number. The columns are called "column 1" to "column 3".',
    ],
  });
  expect(named(['7,0,255', '2,0,0', '9,3,1']).header).toBe('no');
  expect(named(['1,2,3', '2,3,4', '5,7,1']).header).toBe('no');
  expect(named(['0,1', '1,0', '1,1']).header).toBe('no');
});

test.each([
  ['years', ['country,2019,2020', 'Korea,1.2,3.4', 'Japan,1.5,2.5']],
  ['a lone year', ['Country,Code,2020', 'Korea,KOR,5.2', 'Japan,JPN,4.8']],
  ['places', ['0,1,2,3', '5,0,0,1', '7,2,1,0']],
  ['a number among names of numbers', ['length,2,width', '1,2,3', '4,5,6']],
])('%s are names, and that is said', (_, lines) => {
  const { header, names, notes } = named(lines);
  expect({ header, names }).toEqual({ header: 'yes', names: lines[0]?.split(',') });
  expect(notes).toEqual([expect.stringMatching(/^The first row is read as names, though "\d+"/)]);
});

test.each([
  ['a mark of a missing one', ['5.1,-,a', '4.9,2,b', '4.7,3,a']],
  ['an infinite one', ['5.1,inf,a', '4.9,2,b', '4.7,-Infinity,a']],
])('a cell of a column of numbers names none: %s', (_, lines) => {
  expect(named(lines).header).toBe('no');
});

test('a text above numbers is a name, also where marks or infinite ones stand among them', () => {
  expect(named(['1.5,width,k', '2,-,a', '3,4,b', '3,inf,b']).header).toBe('yes');
});

test.each([
  ['above other years', ['Korea,KOR,2020', 'Japan,JPN,2021', 'Chad,TCD,2019']],
  ['beside a text that stands below, too', ['Korea,Asia,2020', 'Japan,Asia,1500', 'Chad,Africa,7']],
  ['beside a date', ['2024-03-01,Korea,2020', '2024-03-02,Japan,1500', '2024-03-03,Chad,7']],
  ['out of the years there are tables of', ['Country,Code,1500', 'Korea,KOR,5', 'Japan,JPN,4']],
])('a lone year is no name %s', (_, lines) => {
  expect(named(lines).header).toBe('no');
});

test('a choice comes first, and needs no note', () => {
  expect(named(iris, 'yes')).toMatchObject({ names: iris[0]?.split(','), notes: [] });
  const texts = named(['a,b', 'c,d'], 'no');
  expect(texts).toMatchObject({ names: ['column 1', 'column 2'], header: 'no', notes: [] });
});

test('columns of one name are numbered, also around names that are taken', () => {
  const { names, notes } = named(['a,a 2,a,y,a', '1,2,3,4,5']);
  expect(names).toEqual(['a', 'a 2', 'a 3', 'y', 'a 4']);
  const first = 'Column 3 is called "a 3" here: column 1 has the name "a", too.';
  expect(notes).toEqual([
    `2 columns, first column 3, have the name of an earlier one and get a number. ${first}`,
  ]);
  expect(named(['a,a 2,a', '1,2,3']).notes).toEqual([first]);
  expect(named(['column 2,,x', '1,2,3']).names).toEqual(['column 2', 'column 2 2', 'x']);
});

test('as many columns of one name as a table may have get numbers, and one note', () => {
  const count = 65_536;
  const cells = (cell: string) => new Array<string>(count).fill(cell);
  const { names, notes } = nameColumns([{ row: 1, cells: cells('a') }], null);
  expect([new Set(names).size, names.at(-1), notes.length]).toEqual([count, `a ${count}`, 1]);
  const taken = cells('').map((_, place) =>
    place < count / 2 ? `column ${place + 1 + count / 2}` : '',
  );
  expect(new Set(nameColumns([{ row: 1, cells: taken }], null).names).size).toBe(count);
});

test('a delimiter at the end of every row, or of the first alone, makes no row too long', () => {
  expect(named(['a,b', '1,2,', '3,4,']).names).toEqual(['a', 'b', 'column 3']);
  expect(named(['a,b,', '1,2', '3,4']).names).toEqual(['a', 'b']);
});

const read = (text: string) => readTable(text, { name: 'data.csv' });

test('no sample of a table without a header is lost', () => {
  const { samples, columns, target, warnings } = read(`${[...iris, ...iris].join('\n')}\n`);
  expect(samples).toBe(6);
  expect(columns.map(({ name }) => name)).toEqual(['column 1', 'column 2']);
  expect(target).toMatchObject({ name: 'column 3', labels: ['Iris-setosa', 'Iris-versicolor'] });
  expect(warnings[0]).toContain('The first row is read as a sample');
});

test('row numbers of pandas are left out, other values without a name are kept', () => {
  const indexed = read(',x,y\n0,5,a\n1,7,b\n2,6,a\n3,7,b\n');
  expect(indexed.columns.map(({ name }) => name)).toEqual(['x']);
  expect(indexed.warnings).toContain('Column "column 1" is left out: it numbers the rows.');
  const kept = read(',x,y\n4,5,a\n1,7,b\n2,6,a\n3,7,b\n');
  expect(kept.columns.map(({ name }) => name)).toEqual(['column 1', 'x']);
  expect(kept.warnings).toContain('Column 1 has no name, and is called "column 1".');
});

test('a nameless column that stops to count far below is kept', () => {
  const indexed = (numbers: readonly number[]) =>
    readTable(
      `,x,y\n${numbers.map((at) => `${at},${at % 3},${at % 2 ? 'a' : 'b'}`).join('\n')}\n`,
      {
        name: 'data.csv',
        window: 5,
      },
    );
  const count = Array.from({ length: 12 }, (_, at) => at);
  expect(indexed(count).columns.map(({ name }) => name)).toEqual(['x']);
  const { columns, warnings } = indexed([...count, ...count]);
  expect(columns.map(({ name }) => name)).toEqual(['column 1', 'x']);
  expect(warnings).toEqual(['Column 1 has no name, and is called "column 1".']);
});

test.each(['0', ''])('one that holds too many texts below "%s" is left out for good', (number) => {
  const rows = Array.from(
    { length: 10_100 },
    (_, at) => `${at < 6 ? number && `${at}` : `t${at}`},${at % 3},${at % 2 ? 'a' : 'b'}`,
  );
  const { columns } = readTable([',x,y', ...rows].join('\n'), { name: 'data.csv', window: 5 });
  expect(columns.map(({ name }) => name)).toEqual(['x']);
});

test('a row that is left out has its number, too', () => {
  const text = ',x,y\n0,5,a\n1,7,b\n2,6,a\n3,7\n4,8,b\n5,9,a\n';
  const options = { name: 'data.csv', window: 3, choices: { ragged: 'drop' } } as const;
  expect(readTable(text, options).columns.map(({ name }) => name)).toEqual(['x']);
});

test('a column without a name or a value is left out, and never the target', () => {
  const empty = read('x,y,\n5,a,\n7,b,\n6,a,\n');
  expect(empty.target.name).toBe('y');
  expect(empty.columns.map(({ name }) => name)).toEqual(['x']);
  const told = 'Column "column 3" is left out: it has neither a name nor a value.';
  expect(empty.warnings).toEqual([told]);
});

test('many columns without a name make one note, and many without a value another', () => {
  const row = (cells: string) => `${cells}${','.repeat(500)}`;
  const text = ['x,,,y', '5,4,1,a', '7,1,9,b', '6,3,5,a'].map(row).join('\n');
  const { columns, target, warnings } = read(text);
  expect([columns.length, target.name]).toEqual([3, 'y']);
  expect(warnings).toEqual([
    '2 columns have no name. The first, column 2, is called "column 2".',
    '500 columns, first "column 5", are left out: they have neither a name nor a value.',
  ]);
});

test('a value far below brings such a column back', () => {
  const text = `x,y,\n${'5,a,\n7,b,\n'.repeat(10)}6,a,3\n6,b,4\n`;
  const { columns, warnings } = readTable(text, { name: 'data.csv', window: 5 });
  expect(columns.map(({ name }) => name)).toEqual(['x', 'column 3']);
  expect(warnings).toContain('Column 3 has no name, and is called "column 3".');
});
