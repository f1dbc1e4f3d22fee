/**
 * How the numbers of each column are written: with a decimal point or comma, with grouped digits.
 *
 * `3,14` and `1.234,5` can be read in one way, and so can `2.5` and `1,234,567`; a column with one of
 * them has decided. `1,234` may be a little more than 1 and a little more than 1,000. Where all others
 * that have decided by a fraction agree, such a column is read alike, and that is said; else it stays
 * what it is, a text, and that is said, too. A guess here would be a number that is wrong by a
 * thousand; `1.234` is a number as usual, and that it may be another one is said.
 *
 * Where the cells are not parted by commas, a file with decimal commas has them everywhere: `1.234` is
 * read so too, and so are columns of whole numbers, whose later rows may hold one. Where commas part
 * the cells, a number as usual is never read in another way.
 */
import type { DecimalMark, Delimiter } from '../../contract/ImportOptions.ts';
import type { FirstRow } from '../table/previewFaults.ts';
import { plainNumber } from './plainNumber.ts';
import { type DecimalSurvey, surveyDecimal } from './surveyDecimal.ts';

interface DecimalContext {
  readonly delimiter: Delimiter;
  /** Columns that are chosen to be no numbers: they say nothing about others, nor are they told of. */
  readonly texts?: ReadonlySet<string>;
}

export interface FoundDecimal {
  /** One for each column; null where nothing but the usual notation stands. */
  readonly marks: readonly (DecimalMark | null)[];
  /** That of the whole file; null where columns differ, or one is left undecided. */
  readonly decimal: DecimalMark | null;
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
  /** Columns that can be read in two ways and do not show in which, whatever was assumed. */
  readonly doubtful: readonly DoubtfulColumn[];
}

interface DoubtfulColumn {
  readonly row: number;
  /** Names the column, a cell and both of its meanings. */
  readonly message: string;
}

export function detectDecimal(
  names: readonly string[],
  rows: readonly FirstRow[],
  { delimiter, texts = new Set() }: DecimalContext,
): FoundDecimal {
  const whole = rows.filter(({ cells }) => cells.length === names.length);
  const columns = names.map((name, column) => surveyDecimal(name, column, whole));
  const told = columns.filter(({ name }) => !texts.has(name));
  const proved = new Set(told.flatMap(({ proof, isSure }) => (isSure && proof ? [proof] : [])));
  const [only = null] = proved.size === 1 ? proved : [];
  const isCommaFree = delimiter !== ',';
  const markOf = ({ proof, isSure, isUsual, isOpen, fitsComma }: DecimalSurvey) => {
    if (proof === 'comma') return isSure || isCommaFree ? proof : null;
    if (proof === 'point') return isUsual ? null : proof;
    if (only === 'comma' && fitsComma && (isCommaFree || !isUsual)) return only;
    return only === 'point' && isOpen && !isUsual ? only : null;
  };
  const unread = only === null ? told.filter(({ isOpen, isUsual }) => isOpen && !isUsual) : [];
  /** The semicolon is how tables are parted where the comma is the decimal mark. */
  const isKept = ({ isOpen, isUsual }: DecimalSurvey) => isOpen && isUsual;
  const kept = only === null && delimiter === ';' ? told.filter(isKept) : [];
  const marked = (mark: DecimalMark, open: boolean) =>
    told.filter((one) => markOf(one) === mark && one.isOpen === open && one.example !== null);
  const isComma = told.some((one) => markOf(one) === 'comma');
  const isMixed =
    proved.size > 1 || (isComma && told.some((one) => one.fitsPoint && markOf(one) !== 'comma'));
  const found = isComma ? 'comma' : 'point';
  return {
    marks: columns.map(markOf),
    decimal: unread.length > 0 || isMixed ? null : found,
    notes: [
      ...undecidedNote(unread),
      ...keptNote(kept),
      ...(['comma', 'point'] as const).flatMap((mark) => [
        ...provedNote(marked(mark, false), mark),
        ...assumedNote(marked(mark, true), mark),
      ]),
    ],
    doubtful: told.flatMap((one) => {
      const isUsualHere = one.isUsual && !(isCommaFree && proved.has('comma'));
      return one.isOpen && (!isUsualHere || kept.includes(one)) ? doubtOf(one) : [];
    }),
  };
}

const meaningOf = (cell: string, decimal: DecimalMark) => Number(plainNumber(cell, decimal));

const bothMeanings = (cell: string) =>
  `${meaningOf(cell, 'comma')} with a decimal comma and ${meaningOf(cell, 'point')} with a decimal point`;

function doubtOf({ name, example }: DecimalSurvey): DoubtfulColumn[] {
  if (example === null) return [];
  const { row, cell } = example;
  const message = `Column "${name}" can be read in two ways: "${cell}" is ${bothMeanings(cell)}.`;
  return [{ row, message }];
}

function provedNote(columns: readonly DecimalSurvey[], mark: DecimalMark): string[] {
  const [{ name, example } = nobody] = columns;
  if (example === null) return [];
  const how = mark === 'comma' ? 'a decimal comma' : 'grouped digits';
  const { row, cell } = example;
  const value = meaningOf(cell, mark);
  return [
    columns.length === 1
      ? `Column "${name}" is read with ${how}: "${cell}" in row ${row} is ${value}.`
      : `${columns.length} columns are read with ${how}: "${cell}" in row ${row}, column "${name}", is ${value}.`,
  ];
}

function assumedNote(columns: readonly DecimalSurvey[], mark: DecimalMark): string[] {
  const [{ name, example } = nobody] = columns;
  if (example === null) return [];
  const { row, cell } = example;
  const value = meaningOf(cell, mark);
  const taken =
    columns.length === 1
      ? `Column "${name}" is read as the other columns are written: "${cell}" in row ${row} is taken for ${value}.`
      : `${columns.length} columns, first "${name}", are read as the other columns are written: "${cell}" in row ${row} is taken for ${value}.`;
  return [[taken, 'If that is wrong, choose the decimal mark when importing.'].join(' ')];
}

function undecidedNote(columns: readonly DecimalSurvey[]): string[] {
  const [{ name, example } = nobody] = columns;
  if (example === null) return [];
  const { row, cell } = example;
  const meanings = `"${cell}" in row ${row} is ${bothMeanings(cell)}.`;
  const unread =
    columns.length === 1
      ? `Column "${name}" holds no numbers so far: ${meanings}`
      : `${columns.length} columns, first "${name}", hold no numbers so far: ${meanings}`;
  return [[unread, 'Choose the decimal mark when importing.'].join(' ')];
}

function keptNote(columns: readonly DecimalSurvey[]): string[] {
  const [{ name, example } = nobody] = columns;
  if (example === null) return [];
  const { row, cell } = example;
  const meanings = `"${cell}" in row ${row} is ${meaningOf(cell, 'point')}, and would be ${meaningOf(cell, 'comma')}`;
  const taken =
    columns.length === 1
      ? `Column "${name}" is read with a decimal point: ${meanings} with a decimal comma.`
      : `${columns.length} columns, first "${name}", are read with a decimal point: ${meanings} with a decimal comma.`;
  return [[taken, 'If that is wrong, choose the decimal mark when importing.'].join(' ')];
}

const nobody: Pick<DecimalSurvey, 'name' | 'example'> = { name: '', example: null };
