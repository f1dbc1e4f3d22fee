/**
 * Follows the nameless columns that are left out because the first rows hold nothing in them, or
 * number themselves there, and finds those where a later row does not.
 */
import type { PlannedColumn } from './planTable.ts';
import type { TableRow } from './TableRow.ts';

export class LeftOutColumns {
  /** Their positions. */
  readonly contradicted = new Set<number>();
  readonly #empty: readonly number[];
  readonly #counting: readonly number[];
  /** The last number of each that counts; NaN where any may follow. */
  readonly #last: number[];

  constructor(columns: readonly PlannedColumn[]) {
    const leftOutAs = (reason: PlannedColumn['leftOutAs']) =>
      columns.filter((column) => column.leftOutAs === reason).map(({ position }) => position);
    this.#empty = leftOutAs('empty');
    this.#counting = leftOutAs('counting');
    this.#last = this.#counting.map(() => Number.NaN);
  }

  add(row: TableRow): void {
    for (const position of this.#empty) {
      if (!row.isMissing(position)) this.contradicted.add(position);
    }
    for (const [at, position] of this.#counting.entries()) {
      const value = row.number(position);
      const last = this.#last[at];
      if (!(Number.isNaN(last) ? Number.isInteger(value) : value === last + 1)) {
        this.contradicted.add(position);
      }
      this.#last[at] = value;
    }
  }

  /** A row that cannot be read has a number, too. */
  skipRow(): void {
    this.#last.fill(Number.NaN);
  }
}
