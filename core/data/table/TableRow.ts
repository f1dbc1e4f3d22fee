/**
 * One row of a table while it is read, whatever the file's format: cells are looked at in place, so
 * that a number costs no string.
 *
 * A row is valid until its reader goes on; whoever wants to keep a cell takes its text.
 */
export interface TableRow {
  /** As a spreadsheet counts, from 1; of formats without text, the index of the sample plus 1. */
  readonly row: number;
  readonly count: number;
  /** NaN for what is missing or no finite number. */
  number(column: number): number;
  /** As the file writes it, blanks included. */
  text(column: number): string;
  /** Empty, or a usual mark of a missing value. */
  isMissing(column: number): boolean;
}
