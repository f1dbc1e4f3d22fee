/**
 * The names of a table's columns: what its first row says, or numbers where that is a sample.
 *
 * A sample taken for names is lost without a word, and so are names taken for a sample. A first row
 * of texts has names. One with numbers is a sample, unless the numbers count up as years or places
 * do, or one is a year among names, or texts in it stand above numbers; either way it is said, and can
 * be decided.
 */
import type { Header } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { isMissing, isNumberMark, parseNumber } from '../csv/parseNumber.ts';
import { plainNumber } from '../csv/plainNumber.ts';
import { isInfinite } from './isInfinite.ts';
import { parseDate } from './parseDate.ts';
import type { FirstRow } from './previewFaults.ts';

const MOST_COLUMNS = 65_536;

export interface NamedColumns {
  /** All different, trimmed. */
  readonly names: readonly string[];
  /** What the first row holds: names, or a sample. */
  readonly header: Header;
  /** Places of the columns that the first row should name and does not. */
  readonly unnamed: ReadonlySet<number>;
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
}

/**
 * `rows`: the first one and some behind it. `chosen`: null to find what the first one holds. Throws
 * StudioError `invalid-dataset` for fewer columns than `fewest`, and for too many.
 */
export function nameColumns(
  rows: readonly FirstRow[],
  chosen: Header | null,
  fewest = 2,
): NamedColumns {
  const [first, ...below] = rows;
  if (!first) return { names: [], header: 'yes', unnamed: new Set(), notes: [] };
  const written = trailing(first.cells, below).map((cell) => cell.trim());
  refuseCount(written, first.row, fewest);
  const number = written.find(isNumber);
  const header = chosen ?? (isSample(written, below) ? 'no' : 'yes');
  const isTold = chosen === null && number !== undefined;
  if (header === 'no') {
    const names = written.map((_, place) => numbered(place));
    return { names, header, unnamed: new Set(), notes: isTold ? [sampleNote(number, names)] : [] };
  }
  const named = distinctNames(written);
  const readAsNames = `The first row is read as names, though "${number}" among them is a number.`;
  return { ...named, header, notes: [...(isTold ? [readAsNames] : []), ...named.notes] };
}

/** What a column is called that has no name. */
const numbered = (place: number): string => `column ${place + 1}`;

/**
 * Every row may end in a delimiter but the first, or the first one alone: then one of them has an
 * empty cell too many.
 */
function trailing(first: readonly string[], below: readonly FirstRow[]): readonly string[] {
  const width = first.length;
  const all = (fits: (cells: readonly string[]) => boolean) =>
    below.length > 0 && below.every(({ cells }) => fits(cells));
  if (all((cells) => cells.length === width + 1 && cells[width]?.trim() === ''))
    return [...first, ''];
  const isCut = first.at(-1)?.trim() === '' && all((cells) => cells.length === width - 1);
  return isCut ? first.slice(0, -1) : first;
}

function refuseCount(names: readonly string[], row: number, fewest: number): void {
  const where = `row ${row}`;
  if (names.length > MOST_COLUMNS) {
    throw new StudioError(
      'invalid-dataset',
      `A table must have at most ${MOST_COLUMNS} columns. Received ${names.length}.`,
      { where },
    );
  }
  if (names.length >= fewest) return;
  throw new StudioError(
    'invalid-dataset',
    `A table must have a target column and at least one feature. Received "${names[0]}" alone.`,
    { where, hint: 'Another delimiter may stand between the fields.' },
  );
}

function isSample(first: readonly string[], below: readonly FirstRow[]): boolean {
  if (!first.some(isNumber)) return false;
  if (isCounting(first) && !below.some(({ cells }) => isCounting(cells))) return false;
  if (isYearAmongNames(first, below)) return false;
  const isAboveNumbers = (cell: string, column: number) => {
    if (!isWord(cell)) return false;
    const cells = below
      .map((row) => row.cells[column] ?? '')
      .filter((one) => !isMissing(one) && !isNumberMark(one));
    return cells.length > 0 && cells.every((one) => isNumber(one) || isInfinite(one));
  };
  return !first.some(isAboveNumbers);
}

/**
 * Of one number alone: a year above values that are no years, and all others texts that are found
 * nowhere below them, as those of a sample often are.
 */
function isYearAmongNames(first: readonly string[], below: readonly FirstRow[]): boolean {
  const at = first.findIndex(isNumber);
  const others = (column: number) =>
    below.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => !isMissing(cell));
  const isName = (cell: string, column: number) =>
    isWord(cell) && Number.isNaN(parseDate(cell)) && !others(column).includes(cell);
  return (
    isYear(Number(first[at])) &&
    others(at).some((cell) => !isYear(Number(cell))) &&
    first.every((cell, column) => column === at || isName(cell, column))
  );
}

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;

/** What a column of numbers does not hold: neither a number nor what stands for a missing one. */
const isWord = (cell: string): boolean =>
  !isMissing(cell) && !isNumberMark(cell) && !isNumber(cell) && !isInfinite(cell);

/** Three numbers or more, or two years, each one more than the last. */
function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.filter(isNumber).map(Number);
  const isEnough = numbers.length > 2 || (numbers.length === 2 && numbers.every(isYear));
  return isEnough && numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1);
}

/** With a decimal comma, too. */
const isNumber = (cell: string): boolean =>
  !Number.isNaN(parseNumber(cell)) || plainNumber(cell, 'comma') !== null;

function sampleNote(number: string, names: readonly string[]): string {
  return [
    `The first row is read as a sample, because "${number}" in it is a number.`,
    `The columns are called "${names[0]}" to "${names.at(-1)}".`,
  ].join(' ');
}

/** Of a first row that names columns: a name that is not there, or there twice, is made. */
function distinctNames(written: readonly string[]): Omit<NamedColumns, 'header'> {
  const taken = new Set(written);
  const numberName = nameNumbering(taken);
  const firsts = new Map<string, number>();
  const unnamed = new Set<number>();
  const doubled: Doubled[] = [];
  const names = written.map((name, place) => {
    const first = firsts.get(name);
    if (name !== '' && first === undefined) {
      firsts.set(name, place);
      return name;
    }
    if (name === '') unnamed.add(place);
    const wanted = name === '' ? numbered(place) : name;
    const called = taken.has(wanted) ? numberName(wanted) : wanted;
    taken.add(called);
    if (first !== undefined) doubled.push({ name, place, first, called });
    return called;
  });
  return { names, unnamed, notes: doubledNotes(doubled) };
}

/** A column, and the one before it that has its name. */
interface Doubled {
  readonly name: string;
  readonly place: number;
  readonly first: number;
  readonly called: string;
}

/** One note for all: thousands of columns may have one name. */
function doubledNotes(doubled: readonly Doubled[]): string[] {
  const [one] = doubled;
  if (!one) return [];
  const { name, place, first, called } = one;
  const told = `Column ${place + 1} is called "${called}" here: column ${first + 1} has the name "${name}", too.`;
  if (doubled.length === 1) return [told];
  const all = `${doubled.length} columns, first column ${place + 1}, have the name of an earlier one and get a number.`;
  return [[all, told].join(' ')];
}

/**
 * `a 2` of `a`, or `a 3` where that is taken. Each search goes on where the last one of the same name
 * ended: from the start, thousands of columns of one name would take minutes.
 */
function nameNumbering(taken: ReadonlySet<string>): (name: string) => string {
  const next = new Map<string, number>();
  return (name) => {
    let count = next.get(name) ?? 2;
    while (taken.has(`${name} ${count}`)) count += 1;
    next.set(name, count + 1);
    return `${name} ${count}`;
  };
}
