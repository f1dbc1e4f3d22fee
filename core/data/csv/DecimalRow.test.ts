import { expect, test } from 'vitest';
import type { TableRow } from '../table/TableRow.ts';
import { DecimalRow } from './DecimalRow.ts';
import { numberReader } from './numberReader.ts';
import { parseNumber } from './parseNumber.ts';

function rowOf(...cells: readonly string[]) {
  const taken: number[] = [];
  const written: TableRow = {
    row: 2,
    count: cells.length,
    number: (column) => parseNumber(cells[column] ?? ''),
    text: (column) => {
      taken.push(column);
      return cells[column] ?? '';
    },
    isMissing: () => false,
  };
  const marks = ['comma', 'point', null] as const;
  const row = new DecimalRow(written, marks, numberReader(marks));
  return { numbers: cells.map((_, column) => row.number(column)), taken };
}

test('each column is read with its own mark', () => {
  expect(rowOf('1.234,5', '1,234.5', '1.5').numbers).toEqual([1234.5, 1234.5, 1.5]);
  expect(rowOf('1.234', '1.234', '1.234').numbers).toEqual([1234, 1.234, 1.234]);
  expect(rowOf('12', '1e3', '-7').numbers).toEqual([12, 1000, -7]);
  expect(rowOf('3.14', '3,14', '3,14').numbers).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(rowOf('', 'x', '').numbers).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test('a number as usual costs no text where a point is its mark, or none', () => {
  expect(rowOf('1,5', '2.5', '3.5').taken).toEqual([0]);
});
