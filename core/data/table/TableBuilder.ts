/**
 * Turns the rows of a table or of texts into the arrays of a dataset, row by row.
 *
 * What it writes is right only when `contradictions` is empty at the end: a column of numbers may
 * say "unknown" in row 300,000. It then reads on to the end, so that one more pass with a revised plan
 * is enough for all columns.
 */
import { strToU8 } from 'fflate';
import type { ImportColumnType } from '../../contract/ImportOptions.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { bytesOf } from '../bytesOf.ts';
import { isNumberMark } from '../csv/parseNumber.ts';
import type { DatasetSummary, SectionSink } from '../SectionSink.ts';
import { FeatureReader } from './FeatureReader.ts';
import { GrowingNumbers } from './GrowingNumbers.ts';
import { LeftOutColumns } from './LeftOutColumns.ts';
import { MarkedMissing } from './MarkedMissing.ts';
import type { TablePlan } from './planTable.ts';
import { RaggedRows } from './RaggedRows.ts';
import { silentFeatures } from './silentFeatures.ts';
import { splitNamed } from './splitNamed.ts';
import type { TableRow } from './TableRow.ts';
import { TargetBuilder } from './TargetBuilder.ts';

/** One for each split. */
const FEWEST_SAMPLES = 3;
const BLOCK_VALUES = 2 ** 16;
const SHOWN_REASONS = 3;
const MOST_TEXT_BYTES = 2 ** 32 - 1;

export class TableBuilder {
  readonly #plan: TablePlan;
  readonly #sink: SectionSink;
  readonly #columnCount: number;
  readonly #features: readonly FeatureReader[];
  readonly #target: TargetBuilder;
  readonly #splits = new GrowingNumbers(Uint8Array);
  readonly #ragged: RaggedRows;
  readonly #offsets = new GrowingNumbers(Uint32Array);
  readonly #block: Float32Array;
  #filled = 0;
  #rows = 0;
  #textBytes = 0;
  #dropped = 0;
  #firstDropped = 0;
  #withoutTarget = 0;
  readonly #markedTarget = new MarkedMissing();
  #firstWithoutTarget = 0;
  readonly #leftOutColumns: LeftOutColumns;
  #badSplit: { readonly row: number; readonly text: string } | null = null;

  constructor(plan: TablePlan, sink: SectionSink) {
    this.#plan = plan;
    this.#sink = sink;
    this.#columnCount = plan.columns.length;
    this.#ragged = new RaggedRows(plan.columns.length);
    const isKept = (type: ImportColumnType) => type !== 'skip';
    this.#features = plan.columns
      .filter(({ role, type }) => role === 'feature' && isKept(type))
      .map((column) => new FeatureReader(column));
    this.#leftOutColumns = new LeftOutColumns(plan.columns);
    this.#target = new TargetBuilder(plan.target.name, plan.task);
    const width = Math.max(1, this.#features.length);
    this.#block = new Float32Array(Math.ceil(BLOCK_VALUES / width) * width);
  }

  get samples(): number {
    return this.#target.length;
  }

  /** Throws StudioError `invalid-dataset`, naming row and column. */
  add(row: TableRow): void {
    this.#rows += 1;
    if (row.count !== this.#columnCount) {
      this.#addRagged(row);
      return;
    }
    this.#leftOutColumns.add(row);
    const { target, text, split, dropMissing } = this.#plan;
    const value = row.number(target.position);
    const isMarked =
      target.areMarksMissing === true &&
      Number.isNaN(value) &&
      isNumberMark(row.text(target.position));
    if (isMarked) this.#markedTarget.add(row.row, row.text(target.position));
    if (isMarked || row.isMissing(target.position) || (text && row.isMissing(text.position))) {
      this.#firstWithoutTarget ||= row.row;
      this.#withoutTarget += 1;
      return;
    }
    if (!this.#readFeatures(row) && dropMissing) {
      this.#firstDropped ||= row.row;
      this.#dropped += 1;
      this.#filled -= this.#features.length;
      return;
    }
    if (this.#filled === this.#block.length) this.#flush();
    this.#target.add(row.text(target.position), value, row.row);
    if (split) this.#addSplit(row, split.position);
    if (text) this.#addText(row.text(text.position), row.row);
  }

  #addRagged({ row, count }: TableRow): void {
    this.#ragged.add(row, count);
    this.#leftOutColumns.skipRow();
    if (this.#ragged.isHopeless && !this.#plan.dropRagged) throw this.#refusedRows(true);
  }

  /** Whether no value is missing. */
  #readFeatures(row: TableRow): boolean {
    const block = this.#block;
    let isWhole = true;
    let at = this.#filled;
    for (const feature of this.#features) {
      const value = feature.read(row);
      if (Number.isNaN(value)) isWhole = false;
      block[at] = value;
      at += 1;
    }
    this.#filled = at;
    return isWhole;
  }

  #flush(): void {
    if (this.#filled > 0)
      this.#sink.write('values', bytesOf(this.#block.subarray(0, this.#filled)));
    this.#filled = 0;
  }

  #addSplit(row: TableRow, position: number): void {
    const split = splitNamed(row.text(position));
    if (split === null) this.#badSplit ??= { row: row.row, text: row.text(position) };
    this.#splits.push(split ?? 0);
  }

  #addText(text: string, row: number): void {
    const bytes = strToU8(text);
    if (this.#textBytes + bytes.length > MOST_TEXT_BYTES) {
      throw new StudioError('invalid-dataset', 'The texts must have at most 4 GiB together.', {
        where: `row ${row}`,
      });
    }
    this.#offsets.push(this.#textBytes);
    this.#textBytes += bytes.length;
    this.#sink.write('texts', bytes);
  }

  /**
   * Columns that do not hold what the plan says, with the type that they do. Throws StudioError
   * `invalid-dataset` where a person chose, for a few texts among numbers, and for rows of another
   * length.
   */
  contradictions(): Map<number, ImportColumnType> {
    if (this.#ragged.count > 0 && !this.#plan.dropRagged) throw this.#refusedRows(false);
    const found = new Map<number, ImportColumnType>();
    for (const feature of this.#features) {
      const type = feature.revision();
      if (type) found.set(feature.position, type);
    }
    for (const position of this.#leftOutColumns.contradicted) found.set(position, 'number');
    const { split, target } = this.#plan;
    // Where the target turns out to name classes, a mark that was taken for a missing number is one.
    const namesClasses = this.#target.holdsText || this.#target.holdsNumericClasses;
    if (this.#markedTarget.count > 0 && namesClasses) found.set(target.position, 'category');
    if (this.#target.holdsMarks) found.set(target.position, 'number');
    if (!split || !this.#badSplit) return found;
    if (!split.chosen) return found.set(split.position, 'category');
    throw new StudioError(
      'invalid-dataset',
      `Column "${split.name}" must say train, validation or test in every row. ` +
        `Received ${JSON.stringify(this.#badSplit.text.slice(0, 40))}.`,
      { where: `row ${this.#badSplit.row}, column "${split.name}"` },
    );
  }

  /** Writes what is left. `name` is the file's, for messages. */
  finish(name: string): DatasetSummary {
    const samples = this.samples;
    if (samples < FEWEST_SAMPLES) {
      throw new StudioError(
        'invalid-dataset',
        `"${name}" must hold at least ${FEWEST_SAMPLES} samples. ` +
          `Received ${samples} below the header.`,
        { hint: this.#leftOut().join(' ') || null },
      );
    }
    if (this.#plan.kind === 'table' && this.#features.length === 0) throw this.#noFeature();
    const built = this.#target.finish();
    this.#flush();
    this.#sink.write('targets', bytesOf(built.targets));
    this.#finishSplits();
    if (this.#plan.text) {
      this.#offsets.push(this.#textBytes);
      this.#sink.write('offsets', bytesOf(this.#offsets.view()));
    }
    return {
      kind: this.#plan.kind,
      samples,
      target: built.target,
      columns: this.#features.map((feature) => feature.toColumn()),
      missing: this.#features.map(({ missing }) => missing),
      warnings: this.#warnings(built.warnings),
    };
  }

  #finishSplits(): void {
    const { split } = this.#plan;
    if (!split) return;
    const splits = this.#splits.view();
    if (splits.every((value) => value === 2)) {
      throw new StudioError(
        'invalid-dataset',
        `Column "${split.name}" must leave samples to train on. Every row says test.`,
        { where: `column "${split.name}"` },
      );
    }
    this.#sink.write('givenSplits', splits);
  }

  #warnings(ofTarget: readonly string[]): string[] {
    const warnings = [
      ...this.#plan.warnings,
      ...ofTarget,
      ...this.#features.flatMap((feature) => feature.warnings()),
      ...silentFeatures(this.#features),
      ...this.#leftOut(),
    ];
    if (this.#dropped > 0) {
      const [count, first] = [this.#dropped, this.#firstDropped];
      warnings.push(
        count === 1
          ? `1 row with a missing value was left out: row ${first}.`
          : `${count} rows with a missing value were left out, first row ${first}.`,
      );
    }
    return warnings;
  }

  #leftOut(): string[] {
    const { count } = this.#ragged;
    const fate = count === 1 ? 'It was left out.' : 'They were left out.';
    return [
      ...(count > 0 ? [[this.#ragged.toText(), fate].join(' ')] : []),
      ...(this.#withoutTarget > 0 ? [this.#targetWarning()] : []),
      ...this.#markedTarget.notes(this.#plan.target.name),
    ];
  }

  #targetWarning(): string {
    const { target, text } = this.#plan;
    const what = text ? 'text or target' : `a target "${target.name}"`;
    const [count, first] = [this.#withoutTarget, this.#firstWithoutTarget];
    if (count === 1) return `1 row without ${what} was left out: row ${first}.`;
    return `${count} rows without ${what} were left out, first row ${first}.`;
  }

  #noFeature(): StudioError {
    const why = this.#plan.warnings.slice(0, SHOWN_REASONS);
    const left = this.#plan.columns.filter(({ type }) => type === 'skip').map(({ name }) => name);
    return new StudioError(
      'invalid-dataset',
      'A table must have at least one feature. Every column but the target is left out.',
      {
        where: `column "${left[0] ?? this.#plan.target.name}"`,
        hint: [...why, 'Give a column the type category, or name a column of texts.'].join(' '),
      },
    );
  }

  #refusedRows(isCutShort: boolean): StudioError {
    const ragged = this.#ragged;
    const remedy = ragged.remedy(this.#rows);
    const instead = 'Rows of another length can be left out instead.';
    return new StudioError('invalid-dataset', ragged.toText(isCutShort), {
      where: `row ${ragged.firstRow}`,
      hint: ['Nothing was imported.', remedy, instead].join(' '),
      wayOut: 'leave-ragged-out',
    });
  }
}
