import type { Cell } from '../contract/DatasetInfo.ts';
import { StudioError } from '../contract/StudioError.ts';
import { isMissing, isNumberMark, parseNumber } from '../data/csv/parseNumber.ts';
import { parseDate } from '../data/table/parseDate.ts';
import type { ColumnEncoding } from './Preprocessor.ts';

const MOST_LABELS_LISTED = 10;

/**
 * Reads cells of a column as a dataset holds them: float32 numbers, days, places of labels, NaN
 * where nothing stands. Texts are taken too, for that is what a CSV holds.
 *
 * The function throws StudioError `invalid-request` for what is no value of the column.
 */
export function cellNumber(column: ColumnEncoding): (cell: Cell) => number {
  const read = readerOf(column);
  return (cell) => {
    const value = cell === null ? Number.NaN : Math.fround(read(cell));
    if (Number.isNaN(value) && column.missing === null) {
      throw refusal(column, `"${column.name}" must have a value: none was missing in training.`);
    }
    return value;
  };
}

function readerOf(column: ColumnEncoding): (cell: string | number) => number {
  const { name, type } = column;
  const isBlank = (cell: string | number) => typeof cell === 'string' && isMissing(cell);
  // What training took for a missing number.
  const isMark = (cell: string | number) =>
    type === 'number' && typeof cell === 'string' && isNumberMark(cell);
  switch (type) {
    case 'number':
    case 'date': {
      const parse = type === 'date' ? dateOf : parseNumber;
      return (cell) => {
        if (isBlank(cell) || isMark(cell)) return Number.NaN;
        const value = typeof cell === 'string' ? parse(cell) : cell;
        if (Number.isFinite(Math.fround(value))) return value;
        throw refusal(
          column,
          type === 'date'
            ? `"${name}" must be a date such as 2024-03-01. Received ${shown(cell)}.`
            : `"${name}" must be a finite number. Received ${shown(cell)}.`,
        );
      };
    }
    case 'category': {
      const places = new Map(column.labels.map((label, place) => [label, place]));
      return (cell) => {
        const place = places.get(String(cell)) ?? places.get(String(cell).trim());
        if (place !== undefined) return place;
        if (isBlank(cell)) return Number.NaN;
        throw refusal(
          column,
          `"${name}" must be one of ${listed(column.labels)}. Received ${shown(cell)}.`,
        );
      };
    }
    default:
      return column satisfies never;
  }
}

/** Days since 1970-01-01, if a date was written as the number that it is. */
function dateOf(text: string): number {
  const days = parseDate(text);
  return Number.isNaN(days) ? parseNumber(text) : days;
}

const shown = (cell: string | number) =>
  typeof cell === 'string' ? JSON.stringify(cell.slice(0, 60)) : String(cell);

function listed(labels: readonly string[]): string {
  const names = labels.slice(0, MOST_LABELS_LISTED).map(shown);
  if (labels.length > names.length) names.push(`${labels.length - names.length} more`);
  return names.join(', ');
}

function refusal({ name }: ColumnEncoding, message: string): StudioError {
  return new StudioError('invalid-request', message, { where: `column "${name}"` });
}
