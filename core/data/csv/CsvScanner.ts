/**
 * Splits the bytes of a CSV file (UTF-8, RFC 4180) into rows, chunk by chunk.
 *
 * The same rules as csvRecords, on bytes: cells stay where they are in the chunk, and only the part
 * of a row that a chunk cuts off is copied. A file of any size is read in the memory of one chunk
 * and one row. LF, CRLF and CR end a row, mixed as they come; a quote anywhere but around a whole
 * field is an error, never a guess, unless they are said to be letters.
 */
import { strFromU8 } from 'fflate';
import type { Quotes } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { TableRow } from '../table/TableRow.ts';
import { isMissing } from './parseNumber.ts';
import { parseNumberBytes } from './parseNumberBytes.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** An open quotation mark must not make a row of the rest of the file. */
const MOST_ROW_BYTES = 2 ** 24;
const LONGEST_MARK = 8;

/** What a record's scan found: it is whole, or the chunk ends inside it. */
const UNFINISHED = -1;

export class CsvScanner implements TableRow {
  row = 0;
  count = 0;
  readonly #delimiter: number;
  readonly #quote: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #enough = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  /** 0 plain, 1 quoted, 2 quoted with "" inside. */
  #quotes = new Uint8Array(64);

  constructor(delimiter: string, quotes: Quotes = 'enclose') {
    this.#delimiter = delimiter.charCodeAt(0);
    // No byte is -1.
    this.#quote = quotes === 'letters' ? -1 : QUOTE;
  }

  /**
   * Calls `onRow` for every whole row that is not blank, with this scanner as the row; it stops early
   * when that returns false.
   *
   * Throws StudioError `invalid-dataset` for misplaced quotes and for a row without end.
   */
  push(chunk: Uint8Array, isLast: boolean, onRow: (row: TableRow) => boolean): boolean {
    const bytes = this.#join(chunk);
    // A long row is looked at again when twice as much of it is there, not with every chunk.
    if (!isLast && bytes.length < this.#enough) return true;
    let at = 0;
    while (at < bytes.length) {
      const next = this.#scan(bytes, at, isLast);
      if (next === UNFINISHED) break;
      this.row += 1;
      at = next;
      const isBlank = this.count === 1 && this.#starts[0] === this.#ends[0] && !this.#quotes[0];
      if (!isBlank && !onRow(this)) return false;
    }
    this.#bytes = bytes.slice(at);
    this.#enough = Math.min(MOST_ROW_BYTES, 2 * this.#bytes.length);
    if (this.#bytes.length > MOST_ROW_BYTES) throw endless(this.row + 1);
    return true;
  }

  number(column: number): number {
    return parseNumberBytes(this.#bytes, this.#starts[column], this.#ends[column]);
  }

  text(column: number): string {
    const text = strFromU8(this.#bytes.subarray(this.#starts[column], this.#ends[column]));
    return this.#quotes[column] === 2 ? text.replaceAll('""', '"') : text;
  }

  isMissing(column: number): boolean {
    const length = this.#ends[column] - this.#starts[column];
    if (length === 0) return true;
    if (length > LONGEST_MARK && this.#bytes[this.#starts[column]] > 0x20) return false;
    return isMissing(this.text(column));
  }

  #join(chunk: Uint8Array): Uint8Array {
    if (this.#bytes.length === 0) {
      this.#bytes = chunk;
      return chunk;
    }
    const joined = new Uint8Array(this.#bytes.length + chunk.length);
    joined.set(this.#bytes);
    joined.set(chunk, this.#bytes.length);
    this.#bytes = joined;
    return joined;
  }

  /** Finds the cells of the row at `start`; where the next row begins, or UNFINISHED. */
  #scan(bytes: Uint8Array, start: number, isLast: boolean): number {
    const delimiter = this.#delimiter;
    const quoteMark = this.#quote;
    const length = bytes.length;
    let at = start;
    this.count = 0;
    for (;;) {
      let quoted = 0;
      let from = at;
      let to = 0;
      if (at < length && bytes[at] === quoteMark) {
        to = this.#closingQuote(bytes, at, isLast);
        if (to === UNFINISHED) return UNFINISHED;
        from = at + 1;
        quoted = this.#hasEscapes ? 2 : 1;
        at = to + 1;
      } else {
        for (; at < length; at++) {
          const byte = bytes[at];
          if (byte === delimiter || byte === LF || byte === CR) break;
          if (byte === quoteMark)
            throw this.#misplaced('inside a field that does not begin with one');
        }
        to = at;
      }
      this.#cell(from, to, quoted);
      if (at >= length) return isLast ? length : UNFINISHED;
      if (bytes[at] !== delimiter) return endOfRow(bytes, at, isLast);
      at += 1;
    }
  }

  #hasEscapes = false;

  /** Where the quote that ends the field at `start` stands, or UNFINISHED. */
  #closingQuote(bytes: Uint8Array, start: number, isLast: boolean): number {
    this.#hasEscapes = false;
    let from = start + 1;
    for (;;) {
      const quote = bytes.indexOf(QUOTE, from);
      if (quote === -1) {
        if (isLast) throw this.#misplaced('that is never closed');
        return UNFINISHED;
      }
      if (quote + 1 === bytes.length) return isLast ? quote : UNFINISHED;
      const after = bytes[quote + 1];
      if (after === this.#delimiter || after === LF || after === CR) return quote;
      if (after !== QUOTE) throw this.#misplaced('closed before the end of its field');
      this.#hasEscapes = true;
      from = quote + 2;
    }
  }

  #cell(start: number, end: number, quoted: number): void {
    if (this.count === this.#starts.length) this.#grow();
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#quotes[this.count] = quoted;
    this.count += 1;
  }

  #grow(): void {
    const length = 2 * this.#starts.length;
    const [starts, ends, quotes] = [this.#starts, this.#ends, this.#quotes];
    this.#starts = new Int32Array(length);
    this.#starts.set(starts);
    this.#ends = new Int32Array(length);
    this.#ends.set(ends);
    this.#quotes = new Uint8Array(length);
    this.#quotes.set(quotes);
  }

  #misplaced(what: string): StudioError {
    return new StudioError('invalid-dataset', `A quotation mark ${what}.`, {
      where: `row ${this.row + 1}, column ${this.count + 1}`,
      hint: 'Put the whole field in quotation marks and write "" for each one inside it, or read them as letters.',
      wayOut: 'quotes-are-letters',
    });
  }
}

function endOfRow(bytes: Uint8Array, at: number, isLast: boolean): number {
  if (bytes[at] !== CR) return at + 1;
  // Whether a CR is half of a CRLF shows only in the next byte.
  if (at + 1 === bytes.length && !isLast) return UNFINISHED;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}

function endless(row: number): StudioError {
  return new StudioError(
    'invalid-dataset',
    `A row must have at most ${MOST_ROW_BYTES / 2 ** 20} MiB. Row ${row} has more.`,
    { where: `row ${row}`, hint: 'A quotation mark may be open, or this is no table.' },
  );
}
