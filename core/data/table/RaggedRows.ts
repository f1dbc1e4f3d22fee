/**
 * Rows of a table that have more or fewer fields than its header: all are counted, the first are
 * kept to be named, because one alone does not tell whether the file is cut off, quoted badly or
 * read with the wrong delimiter.
 */
interface RaggedRow {
  readonly row: number;
  readonly fields: number;
}

const NAMED = 3;
/**
 * So many are no slip: a file that is refused for them is not read to its end to count the rest.
 */
const MOST_COUNTED = 1000;

export class RaggedRows {
  readonly #expected: number;
  readonly #first: RaggedRow[] = [];
  #count = 0;
  #longer = 0;

  /** `expected`: fields of the header. */
  constructor(expected: number) {
    this.#expected = expected;
  }

  get count(): number {
    return this.#count;
  }

  get firstRow(): number {
    return this.#first[0]?.row ?? 0;
  }

  /** Whether a file that is refused for them need not be read any further. */
  get isHopeless(): boolean {
    return this.#count >= MOST_COUNTED;
  }

  add(row: number, fields: number): void {
    if (this.#first.length < NAMED) this.#first.push({ row, fields });
    if (fields > this.#expected) this.#longer += 1;
    this.#count += 1;
  }

  /**
   * How many, and the first of them.
   *
   * @param isCutShort The rows behind them were not looked at.
   */
  toText(isCutShort = false): string {
    const [first] = this.#first;
    const [count, expected] = [this.#count, this.#expected];
    if (count === 1 && first) {
      return `Row ${first.row} has another number of fields than the header: ${first.fields} instead of ${expected}.`;
    }
    const named = this.#first.map(({ row, fields }) => `row ${row} has ${fields}`).join(', ');
    const many = `${count} ${isCutShort ? 'rows or more' : 'rows'} have another number of fields than the header, which has ${expected}.`;
    return [many, `The first: ${named}.`].join(' ');
  }

  /** What is most likely wrong with them. `rows`: how many were looked at, with these. */
  remedy(rows: number): string {
    if (2 * this.#count > rows)
      return 'Most rows are such: another delimiter may stand between the fields.';
    if (this.#longer === this.#count)
      return 'A field that holds the delimiter must stand in quotation marks.';
    if (this.#longer === 0) return 'A row may be cut off: an empty field needs its delimiter, too.';
    return 'A field that holds the delimiter must stand in quotation marks, and an empty field needs its delimiter, too.';
  }
}
