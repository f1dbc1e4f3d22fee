/** A row whose cells are values already: of JSON Lines, Parquet and NumPy arrays. */
import type { NumberReader } from '../csv/numberReader.ts';
import { isMissing, parseNumber } from '../csv/parseNumber.ts';
import type { TableRow } from './TableRow.ts';

export type CellValue = string | number | null;

/** One object for all rows of a file: `set` puts the next one in. */
export class CellRow implements TableRow {
  row = 0;
  #cells: readonly CellValue[] = [];
  readonly #read: NumberReader;

  /** `read` is asked of texts alone: a number is what it is, however texts write theirs. */
  constructor(read: NumberReader = parseNumber) {
    this.#read = read;
  }

  get count(): number {
    return this.#cells.length;
  }

  set(row: number, cells: readonly CellValue[]): this {
    this.row = row;
    this.#cells = cells;
    return this;
  }

  number(column: number): number {
    const cell = this.#cells[column];
    if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
    return cell === null ? Number.NaN : this.#read(cell, column);
  }

  text(column: number): string {
    const cell = this.#cells[column];
    return cell === null ? '' : String(cell);
  }

  isMissing(column: number): boolean {
    const cell = this.#cells[column];
    if (typeof cell === 'number') return Number.isNaN(cell);
    return cell === null || isMissing(cell);
  }
}
