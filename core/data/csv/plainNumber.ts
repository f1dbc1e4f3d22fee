import type { DecimalMark } from '../../contract/ImportOptions.ts';

/** Digits, three of them behind each of the same sign that groups them; no group begins with 0. */
const whole = (group: string) =>
  String.raw`\d+|[1-9]\d{0,2}(?<group>${group})\d{3}(?:\k<group>\d{3})*`;
const numberWith = (group: string, decimal: string) =>
  new RegExp(String.raw`^([+-]?)(${whole(group)})?(?:${decimal}(\d*))?(e[+-]?\d+)?$`, 'i');

const BLANKS = String.raw`[ \u00a0\u202f']`;
const patterns: Readonly<Record<DecimalMark, RegExp>> = {
  point: numberWith(`,|${BLANKS}`, String.raw`\.`),
  comma: numberWith(String.raw`\.|${BLANKS}`, ','),
};

/**
 * A number that is written with the given decimal mark, and may group its digits by threes, in the
 * notation of parseNumber: with a comma, `1.234,5` is `1234.5`. Null for any other text.
 */
export function plainNumber(cell: string, decimal: DecimalMark): string | null {
  const match = patterns[decimal].exec(cell.trim());
  if (!match) return null;
  const [, sign, digits = '', , fraction = '', exponent = ''] = match;
  if (digits === '' && fraction === '') return null;
  const point = fraction === '' ? '' : `.${fraction}`;
  return `${sign}${digits.replace(/\D/g, '')}${point}${exponent}`;
}
