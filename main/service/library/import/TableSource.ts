/** A table that can be read row by row, and again from the start when the first rows misled. */
import type { Delimiter, TextEncoding } from '../../../../core/contract/ImportOptions.ts';
import type { TableRow } from '../../../../core/data/table/TableRow.ts';

export interface TableSource {
  readonly columnNames: readonly string[];
  readonly encoding: TextEncoding | null;
  readonly delimiter: Delimiter | null;
  /** Rows in all, where the format says. */
  readonly rowCount: number | null;
  readonly warnings: readonly string[];
  /**
   * Calls `onRow` for every row behind the header until it returns false, and `onProgress` with the
   * share that is read from time to time.
   */
  read(onRow: (row: TableRow) => boolean, onProgress?: (fraction: number) => void): Promise<void>;
}
