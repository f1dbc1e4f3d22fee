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
  const counts = { present: 0, comma: 0, point: 0, onlyComma: 0, onlyPoint: 0, usual: 0 };
  let other: LookedAt['example'] = null;
  let double: LookedAt['example'] = null;
  for (const { row, cells } of rows) {
    const cell = cells[column] ?? '';
    if (isMissing(cell)) continue;
    counts.present += 1;
    const [comma, point] = [plainNumber(cell, 'comma'), plainNumber(cell, 'point')];
    const isUsual = !Number.isNaN(parseNumber(cell));
    if (comma !== null) counts.comma += 1;
    if (point !== null) counts.point += 1;
    if (comma !== null && point === null) counts.onlyComma += 1;
    if (point !== null && comma === null) counts.onlyPoint += 1;
    if (isUsual) counts.usual += 1;
    const example = { row, cell: cell.trim() };
    if (!isUsual && (comma ?? point) !== null) other ??= example;
    if (comma !== null && point !== null && Number(comma) !== Number(point)) double ??= example;
  }
  const { present, onlyComma, onlyPoint } = counts;
  const isMost = (count: number) => present > 0 && count > (1 - MOST_TEXTS) * present;
  const common = { name, isUsual: counts.usual === present };
  if (onlyComma > 0 && onlyPoint === 0 && isMost(counts.comma)) {
    return { ...common, proof: 'comma', isOpen: false, example: other };
  }
  if (onlyPoint > 0 && onlyComma === 0 && isMost(counts.point)) {
    return { ...common, proof: 'point', isOpen: false, example: other };
  }
  const isOpen = double !== null && onlyComma + onlyPoint === 0 && isMost(counts.comma);
  return { ...common, proof: null, isOpen, example: isOpen ? double : null };
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
  return [[taken, 'Choose the decimal mark if that is wrong.'].join(' ')];
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
  return [[unread, 'Choose the decimal mark.'].join(' ')];
}

const nobody: Pick<LookedAt, 'name' | 'example'> = { name: '', example: null };
