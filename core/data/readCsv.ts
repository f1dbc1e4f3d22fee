/**
 * Reads a table from CSV: a header row, numeric features, and one target column of classes or
 * numbers.
 *
 * Strict by design: what it cannot read exactly it refuses with row, column and value, because a
 * silently dropped row or a guessed number would be found only much later, in a strange accuracy.
 */
import { StudioError } from '../contract/StudioError.ts';
import { type CsvColumns, readCsvColumns } from './csv/CsvColumns.ts';
import { type CsvRecord, csvRecords } from './csv/csvRecords.ts';
import { decodeText } from './csv/decodeText.ts';
import { detectDelimiter } from './csv/detectDelimiter.ts';
import { GrowingFloats } from './csv/GrowingFloats.ts';
import { isMissing, parseNumber } from './csv/parseNumber.ts';
import { readTarget } from './csv/readTarget.ts';
import type { TableDataset } from './Dataset.ts';

/** One for each split. */
const FEWEST_SAMPLES = 3;

export interface ReadCsvOptions {
  /** The file's name, for messages. */
  readonly name: string;
  /** The target column; the last one when absent. */
  readonly target?: string;
  /** Told every thousand rows: the share of the text that is read, in [0, 1]. */
  readonly onProgress?: (fraction: number) => void;
}

const ROWS_BETWEEN_PROGRESS = 1000;

/**
 * UTF-8, comma, semicolon or tab, LF or CRLF, RFC 4180 quotes. The first row must hold the column
 * names; rows are counted as a spreadsheet does, the header being row 1. How the target is
 * understood: see readTarget.
 *
 * Throws StudioError `invalid-dataset` with `where` such as `row 214, column "age"`.
 */
export function readCsv(bytes: Uint8Array, options: ReadCsvOptions): TableDataset {
  const { name, target, onProgress } = options;
  const text = decodeText(bytes, name);
  const records = csvRecords(text, detectDelimiter(text));
  const header = records.next();
  if (header.done) throw new StudioError('invalid-dataset', `"${name}" is empty.`);
  const columns = readCsvColumns(header.value, target);
  const { features, cells, rows, trimmed } = readRows(
    onProgress ? told(records, text.length, onProgress) : records,
    columns,
  );
  if (rows.length < FEWEST_SAMPLES) {
    throw new StudioError(
      'invalid-dataset',
      `"${name}" must hold at least ${FEWEST_SAMPLES} samples. ` +
        `Received ${rows.length} below the header.`,
    );
  }
  const targetName = columns.names[columns.target];
  const read = readTarget({ name: targetName, cells, rows });
  const featureNames = columns.names.filter((_, position) => position !== columns.target);
  const warnings = [...trimmed, ...read.warnings];
  for (const feature of constantFeatures(features, featureNames)) {
    warnings.push(`Feature "${feature}" is the same in every row and tells nothing.`);
  }
  return {
    kind: 'table',
    samples: rows.length,
    targets: read.targets,
    target: read.target,
    columns: featureNames.map((name) => ({ name, type: 'number' })),
    values: features,
    givenSplits: null,
    warnings,
  };
}

function* told(
  records: Iterable<CsvRecord>,
  length: number,
  onProgress: (fraction: number) => void,
): Generator<CsvRecord> {
  let rows = 0;
  for (const record of records) {
    rows += 1;
    if (rows % ROWS_BETWEEN_PROGRESS === 0) onProgress(record.end / length);
    yield record;
  }
}

interface Rows {
  readonly features: Float32Array;
  /** Target cells, trimmed. */
  readonly cells: readonly string[];
  readonly rows: readonly number[];
  /** A warning when target cells had blanks around them. */
  readonly trimmed: readonly string[];
}

function readRows(records: Iterable<CsvRecord>, columns: CsvColumns): Rows {
  const features = new GrowingFloats();
  const cells: string[] = [];
  const rows: number[] = [];
  const padded: string[] = [];
  for (const record of records) {
    readFeatures(record, columns, features);
    const cell = record.fields[columns.target];
    if (isMissing(cell)) throw missing(cell, record.row, columns.names[columns.target]);
    const label = cell.trim();
    if (label !== cell) padded.push(`"${cell}" in row ${record.row}`);
    cells.push(label);
    rows.push(record.row);
  }
  const trimmed =
    padded.length === 0
      ? []
      : [`Blanks around ${padded.length} target values were removed, first ${padded[0]}.`];
  return { features: features.toArray(), cells, rows, trimmed };
}

function readFeatures({ row, fields }: CsvRecord, columns: CsvColumns, out: GrowingFloats): void {
  const { names, target } = columns;
  if (fields.length !== names.length) {
    throw new StudioError(
      'invalid-dataset',
      `Every row must have ${names.length} fields, as the header has. Received ${fields.length}.`,
      { where: `row ${row}` },
    );
  }
  for (let position = 0; position < names.length; position++) {
    if (position === target) continue;
    const value = Math.fround(parseNumber(fields[position]));
    if (!Number.isFinite(value)) throw notNumeric(fields[position], row, names[position]);
    out.push(value);
  }
}

function notNumeric(cell: string, row: number, column: string): StudioError {
  if (isMissing(cell)) return missing(cell, row, column);
  const received = JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
  return new StudioError(
    'invalid-dataset',
    `Feature "${column}" must be a finite number in every row. Received ${received}.`,
    {
      where: `row ${row}, column "${column}"`,
      hint: 'If this column is what to predict, name it as the target.',
    },
  );
}

function missing(cell: string, row: number, column: string): StudioError {
  const received = cell.trim() === '' ? 'an empty cell' : JSON.stringify(cell);
  return new StudioError('invalid-dataset', `"${column}" has a missing value: ${received}.`, {
    where: `row ${row}, column "${column}"`,
    hint: 'Fill the value in, or remove the row.',
  });
}

function constantFeatures(features: Float32Array, names: readonly string[]): string[] {
  return names.filter((_, column) => {
    for (let at = column; at < features.length; at += names.length) {
      if (features[at] !== features[column]) return false;
    }
    return true;
  });
}
