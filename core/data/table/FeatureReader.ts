/**
 * Reads the cells of one feature column as numbers, and remembers what later becomes a warning, an
 * error or a change of type.
 */
import type { ImportColumnType } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { isNumberMark } from '../csv/parseNumber.ts';
import type { Column } from '../Dataset.ts';
import { isInfinite } from './isInfinite.ts';
import { MarkedMissing } from './MarkedMissing.ts';
import { parseDate } from './parseDate.ts';
import { FEWEST_TEXTS, type PlannedColumn } from './planTable.ts';
import type { TableRow } from './TableRow.ts';

const MOST_CATEGORIES = 10_000;

interface Misfit {
  readonly row: number;
  readonly text: string;
}

export class FeatureReader {
  readonly name: string;
  readonly position: number;
  readonly type: 'number' | 'category' | 'date';
  missing = 0;
  readonly #column: PlannedColumn;
  readonly #labels = new Map<string, number>();
  #read = 0;
  #first = Number.NaN;
  #isConstant = true;
  #misfits = 0;
  readonly #marked = new MarkedMissing();
  #firstMisfit: Misfit | null = null;

  constructor(column: PlannedColumn) {
    this.#column = column;
    this.name = column.name;
    this.position = column.position;
    this.type = column.type === 'category' || column.type === 'date' ? column.type : 'number';
  }

  /** NaN where the value is missing, and where a misfit was noted. */
  read(row: TableRow): number {
    const value = this.type === 'number' ? this.#number(row) : this.#other(row);
    if (value !== this.#first && this.#isConstant) this.#compare(value);
    return value;
  }

  #compare(value: number): void {
    if (Number.isNaN(value)) return;
    if (Number.isNaN(this.#first)) this.#first = value;
    else this.#isConstant = false;
  }

  #number(row: TableRow): number {
    const value = Math.fround(row.number(this.position));
    if (Number.isFinite(value)) {
      this.#read += 1;
      return value;
    }
    if (row.isMissing(this.position)) this.missing += 1;
    else if (isNumberMark(row.text(this.position))) this.#mark(row);
    else this.#misfit(row);
    return Number.NaN;
  }

  #mark(row: TableRow): void {
    this.missing += 1;
    this.#marked.add(row.row, row.text(this.position));
  }

  #other(row: TableRow): number {
    if (row.isMissing(this.position)) {
      this.missing += 1;
      return Number.NaN;
    }
    this.#read += 1;
    const text = row.text(this.position);
    if (this.type === 'category') return this.#category(text.trim(), row);
    const value = Math.fround(parseDate(text));
    if (Number.isNaN(value)) this.#misfit(row);
    return value;
  }

  #category(label: string, row: TableRow): number {
    const known = this.#labels.get(label);
    if (known !== undefined) return known;
    if (this.#labels.size >= MOST_CATEGORIES) {
      this.#misfit(row);
      return Number.NaN;
    }
    this.#labels.set(label, this.#labels.size);
    return this.#labels.size - 1;
  }

  #misfit(row: TableRow): void {
    this.#misfits += 1;
    if (this.#firstMisfit) return;
    this.#firstMisfit = { row: row.row, text: row.text(this.position) };
    if (this.type === 'number' && isInfinite(this.#firstMisfit.text)) throw this.#notNumeric();
  }

  /**
   * The type that fits what was read; null when the column's own does. Throws StudioError
   * `invalid-dataset` where it was chosen, or where a few texts stand among numbers.
   */
  revision(): ImportColumnType | null {
    if (!this.#firstMisfit) return null;
    if (this.type === 'category') {
      if (this.#column.chosen) throw this.#tooManyCategories();
      return 'skip';
    }
    const share = this.#misfits / (this.#misfits + this.#read);
    if (this.#column.chosen || (this.type === 'number' && share < FEWEST_TEXTS)) {
      throw this.type === 'number' ? this.#notNumeric() : this.#noDate();
    }
    return 'category';
  }

  toColumn(): Column {
    const { name } = this.#column;
    if (this.type !== 'category') return { name, type: this.type };
    return { name, type: 'category', labels: [...this.#labels.keys()] };
  }

  /** Of marks that are read as missing values. */
  warnings(): string[] {
    return this.#read > 0 ? this.#marked.notes(this.name) : [];
  }

  /** Why the column can teach nothing; null where it may. */
  get silence(): 'constant' | 'empty' | null {
    if (this.#isConstant && this.missing === 0) return 'constant';
    return this.#read === 0 ? 'empty' : null;
  }

  #notNumeric(): StudioError {
    const { row, text } = this.#firstMisfit as Misfit;
    const { name } = this.#column;
    const received = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
    return new StudioError(
      'invalid-dataset',
      `Feature "${name}" must be a finite number in every row. Received ${received}.`,
      {
        where: `row ${row}, column "${name}"`,
        hint: 'Mend the value, leave it empty, or import the column as categories.',
      },
    );
  }

  #noDate(): StudioError {
    const { row, text } = this.#firstMisfit as Misfit;
    const { name } = this.#column;
    return new StudioError(
      'invalid-dataset',
      `Column "${name}" must be a date such as 2024-03-01 in every row. ` +
        `Received ${JSON.stringify(text.slice(0, 40))}.`,
      { where: `row ${row}, column "${name}"` },
    );
  }

  #tooManyCategories(): StudioError {
    const { name } = this.#column;
    return new StudioError(
      'invalid-dataset',
      `Column "${name}" must hold at most ${MOST_CATEGORIES} categories. It holds more.`,
      {
        where: `row ${this.#firstMisfit?.row}, column "${name}"`,
        hint: 'Leave the column out.',
      },
    );
  }
}
