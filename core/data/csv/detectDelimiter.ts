import { plainNumber } from './plainNumber.ts';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * Comma, semicolon, tab or vertical bar: whichever stands most often in the first line outside
 * quotes, the earlier of two; the comma when none does. In a first line of numbers with decimal
 * commas, `5,1;3,5`, it is what stands between the numbers.
 */
export function detectDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  const line = firstLine(text);
  const between = ([';', '\t', '|'] as const).find((delimiter) =>
    isOfCommas(line.split(delimiter)),
  );
  if (between) return between;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    const count = counts.get(character);
    if (!isQuoted && count !== undefined) counts.set(character, count + 1);
  }
  const countOf = (delimiter: Delimiter) => counts.get(delimiter) ?? 0;
  return delimiters.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

const isOfCommas = (cells: readonly string[]) =>
  cells.length > 1 &&
  cells.some((cell) => cell.includes(',')) &&
  cells.every((cell) => plainNumber(cell, 'comma') !== null);

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end === -1 ? text : text.slice(0, end);
}
