/** The names of a table's columns, from its header row. */
import { StudioError } from '../../contract/StudioError.ts';
import { parseNumber } from '../csv/parseNumber.ts';
import { plainNumber } from '../csv/plainNumber.ts';
import type { TableRow } from './TableRow.ts';

const MOST_COLUMNS = 65_536;

/** Trimmed. Throws StudioError `invalid-dataset` for a header that does not name every column. */
export function tableColumnNames(header: TableRow): string[] {
  const { count, row } = header;
  if (count > MOST_COLUMNS) {
    throw invalid(`A table must have at most ${MOST_COLUMNS} columns. Received ${count}.`, row);
  }
  const names = Array.from({ length: count }, (_, column) => header.text(column).trim());
  if (names.every(isNumber)) {
    const hint = 'Put a row of names above the data.';
    throw invalid('The first row must name the columns. It holds only numbers.', row, hint);
  }
  const firsts = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    if (name === '') {
      const hint = 'Name it, or remove it: a row number written by another tool is not a feature.';
      throw invalid(`Every column must have a name. Column ${position + 1} has none.`, row, hint);
    }
    const first = firsts.get(name);
    if (first !== undefined) {
      const columns = `columns ${first + 1} and ${position + 1}`;
      throw invalid(`Column names must differ. "${name}" names ${columns}.`, row);
    }
    firsts.set(name, position);
  }
  if (names.length < 2) {
    throw invalid(
      `A table must have a target column and at least one feature. Received "${names[0]}" alone.`,
      row,
      'Another delimiter may stand between the fields.',
    );
  }
  return names;
}

/** With a decimal comma, too. */
const isNumber = (name: string) =>
  !Number.isNaN(parseNumber(name)) || plainNumber(name, 'comma') !== null;

function invalid(message: string, row: number, hint: string | null = null): StudioError {
  return new StudioError('invalid-dataset', message, { where: `row ${row}`, hint });
}
