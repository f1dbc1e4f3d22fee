import type { DecimalMark } from '../../contract/ImportOptions.ts';
import { parseNumber } from './parseNumber.ts';
import { plainNumber } from './plainNumber.ts';

/** The number that a cell of a column is; NaN for any other text. */
export type NumberReader = (cell: string, column: number) => number;

/** `marks` says of each column how its numbers are written; null and absent ones as parseNumber has it. */
export function numberReader(marks: readonly (DecimalMark | null)[]): NumberReader {
  return (cell, column) => {
    const mark = marks[column] ?? null;
    // A point means the same in the usual notation, and most numbers have no sign at all.
    if (mark !== 'comma' || !/[.,]/.test(cell)) {
      const usual = parseNumber(cell);
      if (mark === null || !Number.isNaN(usual)) return usual;
    }
    const plain = plainNumber(cell, mark);
    return plain === null ? Number.NaN : parseNumber(plain);
  };
}
