/**
 * A decimal number as spreadsheets write them, blanks around it allowed; NaN for any other text.
 */
export function parseNumber(text: string): number {
  const value = Number(text);
  // Number() is fast but also takes blank text as 0, 0x10 as 16, and "Infinity".
  if (value === 0 && text.trim() === '') return Number.NaN;
  if (text.length > 2 && radixPrefix.test(text)) return Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

const radixPrefix = /^\s*0[xob]/i;

const missingMarks: ReadonlySet<string> = new Set(['', '?', 'na', 'n/a', '#n/a', 'nan', 'null']);

const numberMarks: ReadonlySet<string> = new Set(['-', '--', '.', 'none']);

/**
 * Whether a cell is a mark that says of a missing number, where all others of its column are numbers.
 * Of a column of texts it is one of them.
 */
export function isNumberMark(text: string): boolean {
  return text.length < 16 && numberMarks.has(text.trim().toLowerCase());
}

/** Whether a cell is empty or one of the usual marks of a missing value. */
export function isMissing(text: string): boolean {
  return missingMarks.has(text.trim().toLowerCase());
}
