/**
 * A row of a file that writes numbers of some columns in another way than usual: `3,14`, `1.234,5`.
 * Only what the cells are as numbers differs; their texts stay as they are.
 */
import type { DecimalMark } from '../../contract/ImportOptions.ts';
import type { TableRow } from '../table/TableRow.ts';
import type { NumberReader } from './numberReader.ts';

export class DecimalRow implements TableRow {
  readonly #written: TableRow;
  readonly #marks: readonly (DecimalMark | null)[];
  readonly #read: NumberReader;

  /** `read` is numberReader's for the same marks. */
  constructor(written: TableRow, marks: readonly (DecimalMark | null)[], read: NumberReader) {
    this.#written = written;
    this.#marks = marks;
    this.#read = read;
  }

  get row(): number {
    return this.#written.row;
  }

  get count(): number {
    return this.#written.count;
  }

  /** No text is made of a number as usual, unless a comma would change what it means. */
  number(column: number): number {
    const mark = this.#marks[column] ?? null;
    if (mark !== 'comma') {
      const usual = this.#written.number(column);
      if (mark === null || !Number.isNaN(usual)) return usual;
    }
    return this.#read(this.#written.text(column), column);
  }

  text(column: number): string {
    return this.#written.text(column);
  }

  isMissing(column: number): boolean {
    return this.#written.isMissing(column);
  }
}
