import { delimiters } from './delimiters.ts';

export interface CountedRow {
  readonly line: string;
  /** Of each delimiter, outside quotation marks. */
  readonly counts: readonly number[];
}

const QUOTE = '"';
const signs: readonly string[] = delimiters;

/**
 * The rows of a CSV whose delimiter is not known yet, blank ones left out: a quoted field may hold
 * line ends. A mark inside a field, such as that of 5", quotes nothing.
 */
export function countDelimiters(text: string, maximum: number): CountedRow[] {
  const rows: CountedRow[] = [];
  let at = 0;
  while (at < text.length && rows.length < maximum) {
    const start = at;
    const counts = signs.map(() => 0);
    let isBegin = true;
    for (; at < text.length && !isLineEnd(text[at]); at++) {
      if (isBegin && text[at] === QUOTE) at = closingQuote(text, at);
      const place = signs.indexOf(text[at]);
      if (place >= 0) counts[place] += 1;
      isBegin = place >= 0;
    }
    const line = text.slice(start, at);
    if (line.trim() !== '') rows.push({ line, counts });
    at += 1;
  }
  return rows;
}

const isLineEnd = (character: string) => character === '\n' || character === '\r';

/** Where the quotation ends that begins here; the end of the text where it is never closed. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf(QUOTE, start + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return text.length;
}
