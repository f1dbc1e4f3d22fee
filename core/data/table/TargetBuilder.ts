/**
 * Collects the target column and decides at its end whether it names classes or holds numbers.
 *
 * Classes: a value that is not a number is among them, or all are whole numbers, at most 20
 * different ones, each standing twice on average (two different ones are classes always).
 * Everything else is a number to regress. A person's choice of task comes first. Labels come
 * sorted, numbers by value and texts by UTF-16 code unit, so that the order of the rows does not
 * matter. Memory: 12 bytes a row.
 */
import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { isNumberMark } from '../csv/parseNumber.ts';
import { areClasses } from './areClasses.ts';
import { GrowingNumbers } from './GrowingNumbers.ts';

/** So many different texts are believed to be classes even where most of them stand once. */
const FEW_TEXT_CLASSES = 20;
const MOST_CLASSES = 10_000;

type Task = 'classification' | 'regression' | null;

export interface BuiltTarget {
  readonly target: DatasetTarget;
  readonly targets: Int32Array | Float32Array;
  readonly warnings: readonly string[];
}

export class TargetBuilder {
  readonly #name: string;
  readonly #task: Task;
  readonly #classes = new GrowingNumbers(Int32Array);
  readonly #numbers = new GrowingNumbers(Float64Array);
  readonly #labels = new Map<string, number>();
  /** Of each label, NaN where it is a text. */
  readonly #values: number[] = [];
  #firstText: { readonly text: string; readonly row: number } | null = null;
  #hasWord = false;
  #padded = 0;
  #firstPadded: { readonly cell: string; readonly row: number } | null = null;

  constructor(name: string, task: Task) {
    this.#name = name;
    this.#task = task;
  }

  get holdsText(): boolean {
    return this.#firstText !== null;
  }

  /** Whether marks such as `-` are its only texts, among numbers that are no classes. */
  get holdsMarks(): boolean {
    if (this.#task !== null || !this.#firstText || this.#hasWord) return false;
    return !this.#areClasses(this.#numbers.view().filter((value) => !Number.isNaN(value)));
  }

  /** Whether it holds nothing but numbers, and these are classes. */
  get holdsNumericClasses(): boolean {
    if (this.#task !== null || this.#firstText || this.length === 0) return false;
    return this.#areClasses(this.#numbers.view());
  }

  get length(): number {
    return this.#classes.length;
  }

  /**
   * `cell` is not missing, `value` the number that it is, or NaN. Throws StudioError
   * `invalid-dataset`, naming the row.
   */
  add(cell: string, value: number, row: number): void {
    const label = cell.trim();
    if (label !== cell) {
      this.#padded += 1;
      this.#firstPadded ??= { cell, row };
    }
    if (Number.isNaN(value)) this.#takeText(label, row);
    else this.#refuseWide(value, row);
    this.#numbers.push(value);
    this.#classes.push(this.#indexOf(label, value, row));
  }

  #takeText(text: string, row: number): void {
    this.#firstText ??= { text, row };
    this.#hasWord ||= !isNumberMark(text);
    if (this.#task !== 'regression') return;
    const received = JSON.stringify(text.slice(0, 40));
    throw this.#invalid(
      `Target "${this.#name}" must be a number in every row to be regressed. Received ${received}.`,
      row,
    );
  }

  #refuseWide(value: number, row: number): void {
    if (Number.isFinite(Math.fround(value))) return;
    throw this.#invalid(`A number must fit float32. Received ${value}.`, row);
  }

  /** Beyond the limit only numbers may go on, as a regression. */
  #indexOf(label: string, value: number, row: number): number {
    const known = this.#labels.get(label);
    if (known !== undefined) return known;
    if (this.#labels.size >= MOST_CLASSES) {
      if (!this.#hasWord && this.#task !== 'classification') return -1;
      const message =
        `Target column "${this.#name}" must name at most ${MOST_CLASSES} classes. ` +
        'It names more.';
      throw this.#invalid(message, row);
    }
    this.#labels.set(label, this.#labels.size);
    this.#values.push(value);
    return this.#labels.size - 1;
  }

  finish(): BuiltTarget {
    const built = this.#isClass() ? this.#toClasses() : this.#toNumbers();
    if (this.#firstPadded === null) return built;
    const { cell, row } = this.#firstPadded;
    const padded = `Blanks around ${this.#padded} target values were removed, first "${cell}" in row ${row}.`;
    return { ...built, warnings: [padded, ...built.warnings] };
  }

  #isClass(): boolean {
    if (this.#task !== null) return this.#task === 'classification';
    if (this.#firstText) return true;
    return this.#areClasses(this.#numbers.view());
  }

  #areClasses(numbers: Float64Array): boolean {
    const distinct = new Set(this.#values.filter((value) => !Number.isNaN(value))).size;
    return areClasses({
      count: numbers.length,
      distinct,
      areWhole: numbers.every(Number.isInteger),
    });
  }

  #toClasses(): BuiltTarget {
    const { labels, merged } = this.#sortedLabels();
    this.#refuseFew(labels);
    const targets = this.#classes.view().map((index) => merged[index]);
    const counts = labels.map(() => 0);
    for (const index of targets) counts[index] += 1;
    const target = { kind: 'class', name: this.#name, labels, counts } as const;
    if (this.#firstText || this.#task !== null) return { target, targets, warnings: [] };
    const warning =
      `Target "${this.#name}" holds ${labels.length} different whole numbers ` +
      'and is read as classes.';
    return { target, targets, warnings: [warning] };
  }

  /** Of numbers, `1` and `1.0` are one label. */
  #sortedLabels(): { labels: string[]; merged: Int32Array } {
    const canonical = this.#firstText ? [...this.#labels.keys()] : this.#values.map(String);
    const labels = [...new Set(canonical)];
    if (this.#firstText) labels.sort();
    else labels.sort((a, b) => Number(a) - Number(b));
    const places = new Map(labels.map((label, index) => [label, index]));
    return { labels, merged: Int32Array.from(canonical, (label) => places.get(label) ?? 0) };
  }

  #refuseFew(labels: readonly string[]): void {
    const rows = this.length;
    if (labels.length < 2) {
      throw new StudioError(
        'invalid-dataset',
        `Target column "${this.#name}" must hold at least two classes. ` +
          `Every row says "${labels[0]}".`,
        { where: `column "${this.#name}"` },
      );
    }
    const most = Math.min(Math.max(FEW_TEXT_CLASSES, rows / 2), rows - 1);
    if (labels.length <= most) return;
    const { text, row } = this.#firstText ?? { text: labels[0], row: 2 };
    throw this.#invalid(
      `Target column "${this.#name}" must hold numbers, or classes that several rows share. ` +
        `Received ${labels.length} different values in ${rows} rows, among them "${text}".`,
      row,
    );
  }

  #toNumbers(): BuiltTarget {
    const targets = Float32Array.from(this.#numbers.view());
    let [minimum, maximum] = [targets[0], targets[0]];
    for (const value of targets) {
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
    const target = { kind: 'number', name: this.#name, minimum, maximum } as const;
    return { target, targets, warnings: [] };
  }

  #invalid(message: string, row: number): StudioError {
    return new StudioError('invalid-dataset', message, {
      where: `row ${row}, column "${this.#name}"`,
    });
  }
}
