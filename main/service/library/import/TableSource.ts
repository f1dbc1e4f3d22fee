/** A table that can be read row by row, and again from the start when the first rows misled. */
import type {
  DecimalMark,
  Delimiter,
  Header,
  Quotes,
  TextEncoding,
} from '../../../../core/contract/ImportOptions.ts';
import type { NumberReader } from '../../../../core/data/csv/numberReader.ts';
import type { TableRow } from '../../../../core/data/table/TableRow.ts';

export interface SourceNumbers {
  readonly read: NumberReader;
  /** That of all columns; null where they differ, or one is left undecided. */
  readonly decimal: DecimalMark | null;
}

export interface TableSource {
  readonly columnNames: readonly string[];
  readonly encoding: TextEncoding | null;
  readonly delimiter: Delimiter | null;
  /** How numbers are written as text, where that is not as usual or can be chosen. */
  readonly numbers: SourceNumbers | null;
  /** What the first row holds, where that can be chosen. */
  readonly header?: Header;
  /** What quotation marks are, where that can be chosen. */
  readonly quotes?: Quotes;
  /** Places of columns that the file should name and does not. */
  readonly unnamed?: ReadonlySet<number>;
  /** Rows in all, where the format says. */
  readonly rowCount: number | null;
  readonly warnings: readonly string[];
  /**
   * Calls `onRow` for every row of samples until it returns false, and `onProgress` with the
   * share that is read from time to time.
   */
  read(onRow: (row: TableRow) => boolean, onProgress?: (fraction: number) => void): Promise<void>;
}
