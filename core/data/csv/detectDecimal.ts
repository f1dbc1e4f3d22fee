/**
 * How the numbers of each column are written: with a decimal point or comma, with grouped digits.
 *
 * `3,14` and `1.234,5` can be read in one way, and so can `2.5` and `1,234,567`; a column with one of
 * them has decided. `1,234` may be a little more than 1 and a little more than 1,000. Where all others
 * that have decided agree, such a column is read alike, and that is said; else it stays what it is,
 * a text, and that is said, too. A guess here would be a number that is wrong by a thousand.
 */
import type { DecimalMark } from '../../contract/ImportOptions.ts';
import type { FirstRow } from '../table/previewFaults.ts';
import { isMissing, parseNumber } from './parseNumber.ts';
import { plainNumber } from './plainNumber.ts';

export interface FoundDecimal {
  /** One for each column; null where nothing but the usual notation stands. */
  readonly marks: readonly (DecimalMark | null)[];
  /** That of the whole file; null where columns differ, or one is left undecided. */
  readonly decimal: DecimalMark | null;
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
}

/** A column with this share of other texts is none of numbers. */
const MOST_TEXTS = 0.1;

export function detectDecimal(names: readonly string[], rows: readonly FirstRow[]): FoundDecimal {
  const whole = rows.filter(({ cells }) => cells.length === names.length);
  const columns = names.map((name, column) => lookAt(name, column, whole));
  const proved = new Set(columns.flatMap(({ proof }) => proof ?? []));
  const [only = null] = proved.size === 1 ? proved : [];
  const marks = columns.map(({ proof, isUsual, isOpen }) => {
    const mark = isOpen ? only : proof;
    return mark === 'point' && isUsual ? null : mark;
  });
  const unread = only === null ? columns.filter(({ isOpen, isUsual }) => isOpen && !isUsual) : [];
  const found = marks.includes('comma') ? 'comma' : 'point';
  const marked = (mark: DecimalMark, open: boolean) =>
    columns.filter(({ isOpen }, at) => marks[at] === mark && isOpen === open);
  return {
    marks,
    decimal: unread.length > 0 || proved.size > 1 ? null : found,
    notes: [
      ...undecidedNote(unread),
      ...(['comma', 'point'] as const).flatMap((mark) => [
        ...provedNote(marked(mark, false), mark),
        ...assumedNote(marked(mark, true), mark),
      ]),
    ],
  };
}

interface LookedAt {
  readonly name: string;
  /** The one way in which all of its numbers can be read. */
  readonly proof: DecimalMark | null;
  /** Numbers, all of which can be read in both ways, and some of which mean another one then. */
  readonly isOpen: boolean;
  /** Of an open one: the usual notation has a number for every cell. */
  readonly isUsual: boolean;
  /** The first cell that the usual notation does not read so; of an open one, with two meanings. */
  readonly example: { readonly row: number; readonly cell: string } | null;
}

function lookAt(name: string, column: number, rows: readonly FirstRow[]): LookedAt {
  let provesPoint = false;
  const cells = rows.flatMap(({ row, cells: { [column]: written = '' } }) => {
    if (isMissing(written)) return [];
    const cell = written.trim();
    const isUsual = !Number.isNaN(parseNumber(cell));
    // Most cells are numbers as usual; once the point is proved, they cost nothing more.
    const isWhole = isUsual && !cell.includes('.');
    const point = isUsual ? cell : plainNumber(cell, 'point');
    const isDecided = isUsual && provesPoint;
    const comma = isWhole ? cell : isDecided ? null : plainNumber(cell, 'comma');
    provesPoint ||= comma === null && point !== null;
    return [{ row, cell, comma, point, isUsual }];
  });
  const isMost = (mark: DecimalMark) => {
    const numbers = cells.filter(({ [mark]: plain }) => plain !== null).length;
    return numbers > (1 - MOST_TEXTS) * cells.length;
  };
  const provesComma = cells.some(({ comma, point }) => comma !== null && point === null);
  const common = { name, isUsual: cells.every(({ isUsual }) => isUsual) };
  const proof = provesComma ? 'comma' : 'point';
  if (provesComma !== provesPoint && isMost(proof)) {
    const others = cells.filter((one) => !one.isUsual && one[proof] !== null);
    // Of 0,00 nobody sees how it is read.
    const example = others.find((one) => Number(one[proof]) !== 0) ?? others[0] ?? null;
    return { ...common, proof, isOpen: false, example };
  }
  const isDouble = ({ comma, point }: (typeof cells)[number]) =>
    comma !== null && point !== null && Number(comma) !== Number(point);
  const double = provesComma || provesPoint || !isMost('comma') ? null : cells.find(isDouble);
  return { ...common, proof: null, isOpen: Boolean(double), example: double ?? null };
}

const meaningOf = (cell: string, decimal: DecimalMark) => Number(plainNumber(cell, decimal));

function provedNote(columns: readonly LookedAt[], mark: DecimalMark): string[] {
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

function assumedNote(columns: readonly LookedAt[], mark: DecimalMark): string[] {
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

function undecidedNote(columns: readonly LookedAt[]): string[] {
  const [{ name, example } = nobody] = columns;
  if (example === null) return [];
  const { row, cell } = example;
  const [comma, point] = [meaningOf(cell, 'comma'), meaningOf(cell, 'point')];
  const unread =
    columns.length === 1
      ? `Column "${name}" holds no numbers so far: "${cell}" in row ${row} is ${comma} with a decimal comma and ${point} with a decimal point.`
      : `${columns.length} columns, first "${name}", hold no numbers so far: "${cell}" in row ${row} is ${comma} with a decimal comma and ${point} with a decimal point.`;
  return [[unread, 'Choose the decimal mark when importing.'].join(' ')];
}

const nobody: Pick<LookedAt, 'name' | 'example'> = { name: '', example: null };
