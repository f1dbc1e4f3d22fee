/**
 * A run's measurements in order; of too many the first, the last, and each bucket's lowest and
 * highest.
 *
 * A chart of a million iterations needs a thousand of them, and the peaks must be among these. A
 * bucket is a range of the primary key: grouping by a computed bucket would make SQLite sort the
 * whole run, which takes five times as long.
 */
import type { SqlDatabase } from './SqlDatabase.ts';

export interface Measurements {
  readonly table: 'iteration_metrics' | 'epoch_metrics';
  /** The column that counts from 1. */
  readonly position: 'iteration' | 'epoch';
  /** The column whose extremes stay. */
  readonly measure: 'loss' | 'validation_loss';
}

export interface Thinning {
  /** Only rows behind this position. */
  readonly after: number;
  /** At least 4. */
  readonly maximum: number;
}

type Row = Readonly<Record<string, number | null>>;

export function thinnedRows(
  database: SqlDatabase,
  run: string,
  { table, position, measure }: Measurements,
  { after, maximum }: Thinning,
): unknown[] {
  const range = `FROM ${table} WHERE run = (SELECT sequence FROM runs WHERE id = ?)
    AND ${position} BETWEEN ? AND ?`;
  const last = lastPosition(database, run, { table, position });
  const rowsBetween = (from: number, to: number) =>
    database.all(`SELECT * ${range} ORDER BY ${position}`, run, from, to) as Row[];
  if (last - after <= maximum) return rowsBetween(after + 1, last);

  const kept = [...rowsBetween(after + 1, after + 1), ...rowsBetween(last, last)];
  const width = Math.ceil((last - after - 2) / Math.floor((maximum - 2) / 2));
  for (let from = after + 2; from < last; from += width) {
    const to = Math.min(from + width, last) - 1;
    for (const extreme of ['min', 'max']) {
      // SQLite's rule for bare columns: beside a single min() or max(), they come from the row that
      // holds it.
      const sql = `SELECT *, ${extreme}(${measure}) ${range}`;
      kept.push(database.get(sql, run, from, to) as Row);
    }
  }
  const byPosition = new Map(kept.map((row) => [row[position] ?? 0, row]));
  // The extremes of an empty range are one row of nulls.
  byPosition.delete(0);
  return [...byPosition].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function lastPosition(
  database: SqlDatabase,
  run: string,
  { table, position }: Pick<Measurements, 'table' | 'position'>,
): number {
  const row = database.get(
    `SELECT max(${position}) AS last FROM ${table}
     WHERE run = (SELECT sequence FROM runs WHERE id = ?)`,
    run,
  ) as { last: number | null };
  return row.last ?? 0;
}
