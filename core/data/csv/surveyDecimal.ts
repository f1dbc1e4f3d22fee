/** What the cells of a column say about how its numbers are written. */
import type { DecimalMark } from '../../contract/ImportOptions.ts';
import type { FirstRow } from '../table/previewFaults.ts';
import { isMissing, isNumberMark, parseNumber } from './parseNumber.ts';
import { plainNumber } from './plainNumber.ts';

export interface DecimalSurvey {
  readonly name: string;
  /** The one way in which all of its numbers can be read. */
  readonly proof: DecimalMark | null;
  /** The proof has a fraction. What has groups alone, `192.168.100.200`, need not be a number. */
  readonly isSure: boolean;
  /** Numbers, all of which can be read in both ways, and some of which mean another one then. */
  readonly isOpen: boolean;
  /** The usual notation has a number for every cell. */
  readonly isUsual: boolean;
  /** Nothing speaks against a decimal comma, and most cells, where there are any, have a number then. */
  readonly fitsComma: boolean;
  /** Most cells are numbers with a decimal point. */
  readonly fitsPoint: boolean;
  /** The first cell that the usual notation does not read so; of an open one, with two meanings. */
  readonly example: { readonly row: number; readonly cell: string } | null;
}

/** A column with this share of other texts is none of numbers. */
const MOST_TEXTS = 0.1;

export function surveyDecimal(
  name: string,
  column: number,
  rows: readonly FirstRow[],
): DecimalSurvey {
  let provesPoint = false;
  const cells = rows.flatMap(({ row, cells: { [column]: written = '' } }) => {
    if (isMissing(written) || isNumberMark(written)) return [];
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
  const [mostComma, mostPoint] = [isMost('comma'), isMost('point')];
  const common = {
    name,
    isUsual: cells.every(({ isUsual }) => isUsual),
    fitsComma: !provesPoint && (mostComma || cells.length === 0),
    fitsPoint: mostPoint,
  };
  const proof = provesComma ? 'comma' : 'point';
  if (provesComma !== provesPoint && (provesComma ? mostComma : mostPoint)) {
    const others = cells.filter((one) => !one.isUsual && one[proof] !== null);
    // Of 0,00 nobody sees how it is read.
    const example = others.find((one) => Number(one[proof]) !== 0) ?? others[0] ?? null;
    const isSure = cells.some(
      ({ comma, point, [proof]: plain }) =>
        (comma === null || point === null) && plain?.includes('.'),
    );
    return { ...common, proof, isSure, isOpen: false, example };
  }
  const isDouble = ({ comma, point }: (typeof cells)[number]) =>
    comma !== null && point !== null && Number(comma) !== Number(point);
  const double = provesComma || provesPoint || !mostComma ? null : cells.find(isDouble);
  return {
    ...common,
    proof: null,
    isSure: false,
    isOpen: Boolean(double),
    example: double ?? null,
  };
}
