/**
 * Numbers of a CSV as the usual notation has them, for columns that a model takes for numbers.
 *
 * All rows are at hand, but they may be few: what can be read in two ways is refused, and what else
 * is not as usual is said. A prediction for a number that is wrong by a thousand looks right.
 */
import type { DecimalMark, Delimiter } from '../../core/contract/ImportOptions.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { CsvRecord } from '../../core/data/csv/csvRecords.ts';
import { detectDecimal } from '../../core/data/csv/detectDecimal.ts';
import { parseNumber } from '../../core/data/csv/parseNumber.ts';
import { plainNumber } from '../../core/data/csv/plainNumber.ts';

export interface NumberColumn {
  readonly name: string;
  /** In the record. */
  readonly at: number;
}

interface DecimalOptions {
  readonly delimiter: Delimiter;
  /** Of all columns. */
  readonly decimal: DecimalMark | null;
}

export interface ReadDecimals {
  /** A cell of a column that holds no numbers, or of a text among numbers, stays as it is. */
  readonly cellOf: (record: CsvRecord, at: number) => string;
  /** How columns are read that are not written as usual, in sentences. */
  readonly notes: readonly string[];
}

/** Throws StudioError `invalid-request` at the row of a number that can be read in two ways. */
export function readDecimals(
  records: readonly CsvRecord[],
  columns: readonly NumberColumn[],
  { delimiter, decimal }: DecimalOptions,
): ReadDecimals {
  const { marks, notes } = decimal
    ? { marks: columns.map(() => decimal), notes: [] }
    : findMarks(records, columns, delimiter);
  const markAt = new Map(columns.map(({ at }, place) => [at, marks[place] ?? null]));
  return {
    cellOf: ({ fields, row }, at) => {
      const [cell, mark] = [fields[at] ?? '', markAt.get(at) ?? null];
      const plain = mark && plainNumber(cell, mark);
      // With a comma, 3.14 is no number, but would be one for whoever reads it next.
      if (mark === 'comma' && plain === null && !Number.isNaN(parseNumber(cell))) {
        throw refusal(row, `"${cell.trim()}" is no number with a decimal comma.`);
      }
      return plain ?? cell;
    },
    notes,
  };
}

function findMarks(
  records: readonly CsvRecord[],
  columns: readonly NumberColumn[],
  delimiter: Delimiter,
) {
  const names = columns.map(({ name }) => name);
  const rows = records.map(({ fields, row }) => ({
    row,
    cells: columns.map(({ at }) => fields[at] ?? ''),
  }));
  const found = detectDecimal(names, rows, { delimiter });
  const [doubt] = found.doubtful;
  // The notes that advise a choice "when importing" are all of doubtful columns: none gets further.
  if (doubt) throw refusal(doubt.row, doubt.message);
  return found;
}

function refusal(row: number, message: string): StudioError {
  return new StudioError('invalid-request', message, {
    where: `row ${row}`,
    hint: 'Say which mark stands before the fractions: --decimal comma, or --decimal point.',
  });
}

/** What takes no rows of CSV has no such choice. */
export function refuseDecimal(decimal: DecimalMark | null): void {
  if (!decimal) return;
  throw new StudioError('invalid-request', 'Only rows of CSV have a decimal mark to choose.', {
    hint: 'Leave --decimal out.',
  });
}
