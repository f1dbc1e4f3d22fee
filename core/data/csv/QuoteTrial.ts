/**
 * What quotation marks are in a text whose cells are parted by tabs: around cells, as CSV has it, or
 * letters, as most that write TSV have it, who quote nothing.
 *
 * The text is read in both ways. They are letters only where that gives rows of one length, and the
 * other way fails, gives rows of different lengths, or makes one cell of several lines.
 */
import type { Quotes } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { TableRow } from '../table/TableRow.ts';
import { CsvScanner } from './CsvScanner.ts';

class Reading {
  readonly #scanner: CsvScanner;
  #width = 0;
  rows = 0;
  fits = true;

  constructor(delimiter: string, quotes: Quotes) {
    this.#scanner = new CsvScanner(delimiter, quotes);
  }

  push(chunk: Uint8Array, isLast: boolean): void {
    if (!this.fits) return;
    try {
      this.#scanner.push(chunk, isLast, (row) => this.#take(row));
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
      this.fits = false;
    }
  }

  #take({ count }: TableRow): boolean {
    if (this.rows === 0) this.#width = count;
    this.rows += 1;
    this.fits &&= count === this.#width;
    return this.fits;
  }
}

export class QuoteTrial {
  readonly #enclosing: Reading;
  readonly #letters: Reading;

  constructor(delimiter: string) {
    this.#enclosing = new Reading(delimiter, 'enclose');
    this.#letters = new Reading(delimiter, 'letters');
  }

  push(chunk: Uint8Array, isLast: boolean): void {
    this.#enclosing.push(chunk, isLast);
    this.#letters.push(chunk, isLast);
  }

  get found(): Quotes {
    const [enclosing, letters] = [this.#enclosing, this.#letters];
    const areLetters = letters.fits && (!enclosing.fits || enclosing.rows < letters.rows);
    return areLetters ? 'letters' : 'enclose';
  }
}

/** What a person has to know of it. */
export const LETTERS_NOTE = 'Quotation marks are read as letters: around cells they do not fit.';
