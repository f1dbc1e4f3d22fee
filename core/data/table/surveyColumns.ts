/** What the cells of a table's first rows look like, column by column. */
import type { NumberReader } from '../csv/numberReader.ts';
import { isMissing, isNumberMark, parseNumber } from '../csv/parseNumber.ts';
import { areClasses, MOST_COUNTED } from './areClasses.ts';
import { isInfinite } from './isInfinite.ts';
import { parseDate } from './parseDate.ts';
import { splitNamed } from './splitNamed.ts';

export interface ColumnSurvey {
  readonly name: string;
  /** The file should name it and does not. */
  readonly isUnnamed: boolean;
  /** Every cell is a whole number, one more than the last. */
  readonly isCounting: boolean;
  /** Cells that are not missing. */
  readonly present: number;
  readonly missing: number;
  /** Infinite ones too, which are refused later and must not pass for texts. */
  readonly numbers: number;
  /** As a target its numbers are classes. */
  readonly areClasses: boolean;
  /** Marks such as `-`, which stand for missing numbers where all others are numbers. */
  readonly marks: number;
  readonly dates: number;
  /** Cells that name a split: train, validation, test. */
  readonly splits: number;
  /** Different cells, counted up to MOST_DISTINCT. */
  readonly distinct: number;
  /** Characters of a present cell, on average. */
  readonly meanLength: number;
  /** Cells with a blank inside, as a share of the present ones. */
  readonly blanks: number;
}

export const MOST_DISTINCT = 10_000;

export function surveyColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  read: NumberReader = parseNumber,
  unnamed: ReadonlySet<number> = new Set(),
): ColumnSurvey[] {
  return names.map((name, column) => {
    const distinct = new Set<string>();
    const values = new Set<number>();
    let areWhole = true;
    let isCounting = rows.length > 2;
    let last = Number.NaN;
    let [present, numbers, marks, dates, splits, characters, blanks] = [0, 0, 0, 0, 0, 0, 0];
    for (const cells of rows) {
      const cell = cells[column] ?? '';
      const value = read(cell, column);
      isCounting &&= Number.isNaN(last) ? Number.isInteger(value) : value === last + 1;
      last = value;
      if (isMissing(cell)) continue;
      present += 1;
      if (!Number.isNaN(value)) {
        areWhole &&= Number.isInteger(value);
        if (values.size < MOST_COUNTED) values.add(value);
      }
      if (!Number.isNaN(value) || isInfinite(cell)) numbers += 1;
      else if (isNumberMark(cell)) marks += 1;
      else if (!Number.isNaN(parseDate(cell))) dates += 1;
      else if (splitNamed(cell) !== null) splits += 1;
      if (distinct.size < MOST_DISTINCT) distinct.add(cell);
      characters += cell.length;
      if (/\S\s+\S/.test(cell)) blanks += 1;
    }
    const missing = rows.length - present;
    const counted = { present, missing, numbers, marks, dates, splits, distinct: distinct.size };
    return {
      name,
      isUnnamed: unnamed.has(column),
      isCounting,
      areClasses: areClasses({ count: numbers, distinct: values.size, areWhole }),
      ...counted,
      meanLength: present === 0 ? 0 : characters / present,
      blanks: present === 0 ? 0 : blanks / present,
    };
  });
}
