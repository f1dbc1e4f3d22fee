/**
 * The header row: which column is the target, and the names of all others, which are the features.
 */
import { StudioError } from '../../contract/StudioError.ts';
import type { CsvRecord } from './csvRecords.ts';
import { parseNumber } from './parseNumber.ts';

export interface CsvColumns {
  readonly names: readonly string[];
  /** Position of the target column. */
  readonly target: number;
}

/** `target` absent: the last column. Throws StudioError `invalid-dataset`. */
export function readCsvColumns(header: CsvRecord, target?: string): CsvColumns {
  const names = header.fields.map((field) => field.trim());
  if (names.every((name) => !Number.isNaN(parseNumber(name)))) {
    throw invalid('The first row must name the columns. It holds only numbers.', header.row, {
      hint: 'Put a row of names above the data.',
    });
  }
  const firsts = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    if (name === '') {
      throw invalid(`Every column must have a name. Column ${position + 1} has none.`, header.row, {
        hint: 'Name it, or remove it: a row number written by another tool is not a feature.',
      });
    }
    const first = firsts.get(name);
    if (first !== undefined) {
      const columns = `columns ${first + 1} and ${position + 1}`;
      throw invalid(`Column names must differ. "${name}" names ${columns}.`, header.row);
    }
    firsts.set(name, position);
  }
  if (names.length < 2) {
    throw invalid(
      `A table must have a target column and at least one feature. Received "${names[0]}" alone.`,
      header.row,
    );
  }
  return { names, target: target === undefined ? names.length - 1 : find(names, target) };
}

function find(names: readonly string[], target: string): number {
  const position = names.indexOf(target.trim());
  if (position !== -1) return position;
  const listed = names.slice(0, 20).map((name) => `"${name}"`);
  if (names.length > listed.length) listed.push(`${names.length - listed.length} more`);
  throw new StudioError('invalid-dataset', `There is no column "${target}" to be the target.`, {
    where: `column "${target}"`,
    hint: `The columns are ${listed.join(', ')}.`,
  });
}

function invalid(message: string, row: number, details: { hint?: string } = {}): StudioError {
  return new StudioError('invalid-dataset', message, { where: `row ${row}`, ...details });
}
