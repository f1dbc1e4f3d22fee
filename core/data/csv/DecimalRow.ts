/**
 * A row of a file that writes numbers of some columns in another way than usual: `3,14`, `1.234,5`.
 * Only what the cells are as numbers differs; their texts stay as they are.
 */
import type { TableRow } from '../table/TableRow.ts';
import type { NumberReader } from './numberReader.ts';

export class DecimalRow implements TableRow {
  readonly #written: TableRow;
  readonly #read: NumberReader;

  constructor(written: TableRow, read: NumberReader) {
    this.#written = written;
    this.#read = read;
  }

  get row(): number {
    return this.#written.row;
  }

  get count(): number {
    return this.#written.count;
  }

  number(column: number): number {
    return this.#read(this.#written.text(column), column);
  }

  text(column: number): string {
    return this.#written.text(column);
  }

  isMissing(column: number): boolean {
    return this.#written.isMissing(column);
  }
}
