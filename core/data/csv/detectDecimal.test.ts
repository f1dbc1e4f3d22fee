import { expect, test } from 'vitest';
import type { Delimiter } from '../../contract/ImportOptions.ts';
import { detectDecimal } from './detectDecimal.ts';

type Columns = Readonly<Record<string, readonly string[]>>;

function foundAll(columns: Columns, delimiter: Delimiter = ';', texts?: ReadonlySet<string>) {
  const lists = Object.values(columns);
  const rows = (lists[0] ?? []).map((_, at) => ({
    row: at + 2,
    cells: lists.map((list) => list[at] ?? ''),
  }));
  return detectDecimal(Object.keys(columns), rows, { delimiter, ...(texts && { texts }) });
}

function found(...given: Parameters<typeof foundAll>) {
  const { doubtful: _, ...all } = foundAll(...given);
  return all;
}

test('a column that can be read with a decimal comma alone is, and that is said', () => {
  expect(found({ price: ['0,00', '3,14', '1.234,5', 'NA'], kind: ['a', 'b', 'a', 'b'] })).toEqual({
    marks: ['comma', null],
    decimal: 'comma',
    notes: ['Column "price" is read with a decimal comma: "3,14" in row 3 is 3.14.'],
  });
  const two = found({ a: ['0,5', '1,25'], b: ['2,5', '3'] });
  expect(two.notes).toEqual([
    '2 columns are read with a decimal comma: "0,5" in row 2, column "a", is 0.5.',
  ]);
});

test('numbers as usual are left alone', () => {
  const usual = found({ a: ['1.234', '2.500'], b: ['0.5', '-1e3'], c: ['x', '1,2,3'] });
  expect(usual).toEqual({ marks: [null, null, null], decimal: 'point', notes: [] });
});

test('1,234 alone is no number, and both of its meanings are named', () => {
  expect(found({ population: ['1,234', '56,789', '12'], kind: ['a', 'b', 'a'] })).toEqual({
    marks: [null, null],
    decimal: null,
    notes: [
      'Column "population" holds no numbers so far: "1,234" in row 2 is 1.234 with a decimal comma and 1234 with a decimal point. Choose the decimal mark when importing.',
    ],
  });
});

test('325.527 alone is a number as usual, and between semicolons its other meaning is said', () => {
  const prices = { price: ['325.527', '1.200'], kind: ['a', 'b'] };
  expect(found(prices)).toEqual({
    marks: [null, null],
    decimal: 'point',
    notes: [
      'Column "price" is read with a decimal point: "325.527" in row 2 is 325.527, and would be 325527 with a decimal comma. If that is wrong, choose the decimal mark when importing.',
    ],
  });
  expect(found(prices, ',').notes).toEqual([]);
  expect(found({ ...prices, weight: ['0.5', '1.25'] }).notes).toEqual([]);
});

test('beside columns that agree, 1,234 and 1.234 are read alike, and that is said', () => {
  const alike = 'If that is wrong, choose the decimal mark when importing.';
  const comma = found({ a: ['3,14', '2'], b: ['1,234', '5,678'], c: ['1.234', '5.678'] });
  expect(comma).toMatchObject({ marks: ['comma', 'comma', 'comma'], decimal: 'comma' });
  expect(comma.notes[1]).toBe(
    `2 columns, first "b", are read as the other columns are written: "1,234" in row 2 is taken for 1.234. ${alike}`,
  );
  const point = found({ a: ['3.14', '2'], b: ['1,234', '5,678'], c: ['1.234', '5.678'] });
  expect(point).toEqual({
    marks: [null, 'point', null],
    decimal: 'point',
    notes: [
      `Column "b" is read as the other columns are written: "1,234" in row 2 is taken for 1234. ${alike}`,
    ],
  });
});

test('grouped digits are found where nothing else can be meant', () => {
  expect(found({ a: ['1,234.5', '2'], b: ['1,234,567', '8'] })).toEqual({
    marks: ['point', 'point'],
    decimal: 'point',
    notes: ['2 columns are read with grouped digits: "1,234.5" in row 2, column "a", is 1234.5.'],
  });
});

test('where commas part the cells, numbers as usual are read as usual', () => {
  const columns = { pair: ['1,2', '3,5'], x: ['1.234', '5.678'], n: ['1', '2'] };
  expect(found(columns, ',')).toMatchObject({ marks: ['comma', null, null], decimal: null });
  expect(found(columns, ';')).toMatchObject({ marks: ['comma', 'comma', 'comma'] });
  const builds = { build: ['1.100.200', '1.100.201'], x: ['1.234', '5.678'] };
  expect(found(builds, ',')).toEqual({ marks: [null, null], decimal: 'point', notes: [] });
});

test('groups alone prove nothing of other columns', () => {
  const address = ['192.168.100.200', '192.168.100.201'];
  expect(found({ address, x: ['1.234', '5.678'], n: ['1', '2'] })).toMatchObject({
    marks: ['comma', null, null],
    decimal: null,
  });
  expect(found({ a: ['1,234,567', '8'], b: ['1,234', '5'] }, ',')).toMatchObject({
    marks: ['point', null],
    decimal: null,
  });
  expect(found({ a: ['1.234.567', '8'], b: ['3,14', '2'] })).toMatchObject({
    marks: ['comma', 'comma'],
    decimal: 'comma',
  });
});

test('a column that is chosen to be no number proves nothing, and is not told of', () => {
  const columns = { code: ['1,5', '2,5'], x: ['1.234', '5.678'] };
  expect(found(columns, ';', new Set(['code']))).toMatchObject({
    marks: ['comma', null],
    decimal: 'point',
    notes: [expect.stringMatching(/^Column "x" is read with a decimal point: /)],
  });
});

test('beside decimal commas alone, whole numbers are read so too, for later rows may be 1.234', () => {
  const columns = { a: ['3,14', '2'], n: ['12', '7'], none: ['', 'NA'], kind: ['x', 'y'] };
  expect(found(columns)).toEqual({
    marks: ['comma', 'comma', 'comma', null],
    decimal: 'comma',
    notes: ['Column "a" is read with a decimal comma: "3,14" in row 2 is 3.14.'],
  });
  expect(found({ ...columns, x: ['2.5', '3.5'] }).marks).toEqual(['comma', null, null, null, null]);
});

test('a column that can be read in two ways is doubtful, whatever is assumed', () => {
  const doubt = (columns: Columns, delimiter?: Delimiter) =>
    foundAll(columns, delimiter).doubtful.map(({ row, message }) => `${row}: ${message}`);
  const meanings = 'is 1.234 with a decimal comma and 1234 with a decimal point.';
  expect(doubt({ a: ['0,5'], b: ['1.234'] })).toEqual([
    '2: Column "b" can be read in two ways: "1.234" is 1234 with a decimal comma and 1.234 with a decimal point.',
  ]);
  expect(doubt({ a: ['0.5'], b: ['1,234'] })).toEqual([
    `2: Column "b" can be read in two ways: "1,234" ${meanings}`,
  ]);
  expect(doubt({ price: ['103.110'], year: ['1957'] })).toEqual([
    '2: Column "price" can be read in two ways: "103.110" is 103110 with a decimal comma and 103.11 with a decimal point.',
  ]);
  expect(doubt({ price: ['103.110'], year: ['1957'] }, ',')).toEqual([]);
  expect(doubt({ a: ['0,5'], b: ['1.234'] }, ',')).toEqual([]);
  expect(doubt({ a: ['0.5'], b: ['1.234'] })).toEqual([]);
});

test('columns that differ are read each in its way, and decide nothing for a third', () => {
  const mixed = found({ a: ['3,14', '2'], b: ['3.14', '2'], c: ['1,234', '5,678'] });
  expect(mixed).toMatchObject({ marks: ['comma', null, null], decimal: null });
  expect(mixed.notes).toHaveLength(2);
});

test('a column in which both are proved, or texts are many, is none of numbers', () => {
  const texts = ['3,14', 'unknown', 'x', '5,5'];
  expect(found({ a: ['3,14', '2.5'], b: texts }).marks).toEqual([null, null]);
});
