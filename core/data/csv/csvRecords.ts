/**
 * Splits CSV text into records (RFC 4180), one at a time.
 *
 * Written here because this is the hot path of importing: the purely-JavaScript build of csv-parse
 * reads 6 MB a second and keeps every field of the file in memory, this one reads about eight times
 * that and keeps one record. csv-parse stays the oracle of the tests. LF, CRLF and CR end a record,
 * mixed as they come; a quoted field holds anything, with "" for a quote. A quote anywhere else is
 * an error, never a guess, unless they are said to be letters.
 */
import type { Quotes } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';

export interface CsvRecord {
  /** As a spreadsheet counts: from 1, blank rows included. */
  readonly row: number;
  readonly fields: readonly string[];
  /** Characters of the text up to and with this record. */
  readonly end: number;
}

/**
 * Yields every record that is not blank. Throws StudioError `invalid-dataset` for misplaced quotes.
 */
export function* csvRecords(
  text: string,
  delimiter: string,
  quotes: Quotes = 'enclose',
): Generator<CsvRecord> {
  // No character is -1.
  const quoteMark = quotes === 'letters' ? -1 : QUOTE;
  let at = 0;
  for (let row = 1; at < text.length; row++) {
    const { fields, next } = readRecord(
      text,
      at,
      { delimiter: delimiter.charCodeAt(0), quoteMark },
      row,
    );
    // The last record need not have a line's end, behind which `next` stands.
    at = Math.min(next, text.length);
    if (fields.length > 1 || fields[0] !== '') yield { row, fields, end: at };
  }
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

function readRecord(
  text: string,
  start: number,
  { delimiter, quoteMark }: { readonly delimiter: number; readonly quoteMark: number },
  row: number,
): { fields: string[]; next: number } {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const column = fields.length + 1;
    const field =
      text.charCodeAt(at) === quoteMark
        ? readQuoted(text, at, delimiter, row, column)
        : readPlain(text, at, { delimiter, quoteMark }, row, column);
    fields.push(field.value);
    if (text.charCodeAt(field.end) === delimiter) {
      at = field.end + 1;
    } else {
      return { fields, next: afterLineEnd(text, field.end) };
    }
  }
}

interface Field {
  readonly value: string;
  /** Where the delimiter or the end of the line stands. */
  readonly end: number;
}

function readPlain(
  text: string,
  start: number,
  { delimiter, quoteMark }: { readonly delimiter: number; readonly quoteMark: number },
  row: number,
  column: number,
): Field {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LF || code === CR) break;
    if (code === quoteMark)
      throw misplacedQuote('inside a field that does not begin with one', row, column);
  }
  return { value: text.slice(start, end), end };
}

function readQuoted(
  text: string,
  start: number,
  delimiter: number,
  row: number,
  column: number,
): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) throw misplacedQuote('that is never closed', row, column);
    value += text.slice(from, quote);
    const after = text.charCodeAt(quote + 1);
    if (after === QUOTE) {
      value += '"';
      from = quote + 2;
    } else if (quote + 1 === text.length || isFieldEnd(after, delimiter)) {
      return { value, end: quote + 1 };
    } else {
      throw misplacedQuote('closed before the end of its field', row, column);
    }
  }
}

function isFieldEnd(code: number, delimiter: number): boolean {
  return code === delimiter || code === LF || code === CR;
}

function afterLineEnd(text: string, end: number): number {
  const isPair = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF;
  return end + (isPair ? 2 : 1);
}

function misplacedQuote(what: string, row: number, column: number): StudioError {
  return new StudioError('invalid-dataset', `A quotation mark ${what}.`, {
    where: `row ${row}, column ${column}`,
    hint: 'Put the whole field in quotation marks and write "" for each one inside it, or read them as letters.',
    wayOut: 'quotes-are-letters',
  });
}
