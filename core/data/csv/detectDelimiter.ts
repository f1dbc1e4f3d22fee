/**
 * What parts the cells of a CSV: comma, semicolon, tab or vertical bar.
 *
 * The rows are judged together, because names and texts may hold any sign: `Price, net;Name` has as
 * many commas as semicolons, but its rows have a semicolon each. The delimiter is what stands in most
 * rows as often as in the header; of several, or where no row is like the header, what more rows have
 * at all; then what the header has more of; then the earlier one. What the header lacks parts nothing.
 *
 * Rows with decimal commas, `1,5;2`, may have as many commas as the header has: where all that stands
 * between another sign and holds a comma is a number, that sign is the delimiter.
 */
import type { Delimiter } from '../../contract/ImportOptions.ts';
import { countDelimiters } from './countDelimiters.ts';
import { delimiters } from './delimiters.ts';
import { plainNumber } from './plainNumber.ts';

/** More rows show nothing new. */
const MOST_ROWS = 500;

interface Standing {
  readonly delimiter: Delimiter;
  /** In the header. */
  readonly count: number;
  /** Rows that have it as often as the header. */
  readonly alike: number;
  /** Rows that have it at all. */
  readonly holding: number;
}

/** `text` begins with the header, or with a row like all others; the comma where nothing parts it. */
export function detectDelimiter(text: string): Delimiter {
  const [header, ...rows] = countDelimiters(text, MOST_ROWS);
  if (!header) return ',';
  const standings = delimiters
    .map((delimiter, place): Standing => {
      const count = header.counts[place];
      const alike = rows.filter(({ counts }) => counts[place] === count).length;
      const holding = rows.filter(({ counts }) => counts[place] > 0).length;
      return { delimiter, count, alike, holding };
    })
    .filter(({ count }) => count > 0);
  // The names of a header are no numbers, where it is one.
  const written = (rows.length > 0 ? rows : [header]).map(({ line }) => line);
  const [best = null] = standings.toSorted(byStanding);
  const between = standings.find(
    ({ delimiter, alike }) =>
      delimiter !== ',' && alike >= (best?.alike ?? 0) && partsDecimals(written, delimiter),
  );
  return (between ?? best)?.delimiter ?? ',';
}

function byStanding(a: Standing, b: Standing): number {
  return b.alike - a.alike || b.holding - a.holding || b.count - a.count;
}

/** Whether there are decimal commas, and no others, in the cells between these delimiters. */
function partsDecimals(lines: readonly string[], delimiter: Delimiter): boolean {
  const cells = lines.flatMap((line) => line.split(delimiter)).filter((cell) => cell.includes(','));
  return cells.length > 0 && cells.every((cell) => plainNumber(cell, 'comma') !== null);
}
