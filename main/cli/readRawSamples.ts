/**
 * Raw samples from text, as a model takes them: rows of CSV with or without a header, JSON, or lines
 * of text.
 *
 * A header decides which column is which, in whatever order they stand: numbers that are taken for
 * another column's would give a prediction that is wrong and looks right.
 */
import { z } from 'zod';
import { Cell } from '../../core/contract/DatasetInfo.ts';
import type { DecimalMark, Header, Quotes } from '../../core/contract/ImportOptions.ts';
import type { RawSample } from '../../core/contract/RawSample.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import { type CsvRecord, csvRecords } from '../../core/data/csv/csvRecords.ts';
import { detectDelimiter } from '../../core/data/csv/detectDelimiter.ts';
import { plainNumber } from '../../core/data/csv/plainNumber.ts';
import { LETTERS_NOTE, QuoteTrial } from '../../core/data/csv/QuoteTrial.ts';
import { nameColumns } from '../../core/data/table/nameColumns.ts';
import { RaggedRows } from '../../core/data/table/RaggedRows.ts';
import type { Preprocessor } from '../../core/preprocessing/Preprocessor.ts';
import { type RawInput, rawSample } from '../../core/preprocessing/RawInput.ts';
import { type NumberColumn, readDecimals, refuseDecimal } from './readDecimals.ts';
import { withOption } from './withOption.ts';

export interface SampleRow {
  readonly sample: RawSample;
  /** For messages: `row 3`. */
  readonly where: string;
}

export interface SampleRows {
  readonly rows: readonly SampleRow[];
  /** How numbers are read that are not written as usual, in sentences. */
  readonly notes: readonly string[];
}

/** Null: found by looking. */
export interface CsvChoices {
  readonly decimal?: DecimalMark | null;
  /** Whether the first row names columns. */
  readonly header?: Header | null;
  readonly quotes?: Quotes | null;
}

const Row = z.array(Cell).min(1);
const JsonTable = z.union([Row, z.array(Row).min(1)]);
const JsonTexts = z.array(z.string()).min(1);

/**
 * Of a text model, every line that is not blank is a text, or the strings of a JSON array are. Of
 * others, the rows of a CSV, or a JSON array or several in one. `decimal` is that of all numbers of a
 * CSV; null: it is found where they can be read in one way alone. Columns without a name, or with
 * one that is there twice, are called as an import calls them.
 *
 * Throws StudioError `invalid-request` for a header that lacks a column of the model, for rows with
 * more or fewer values, and for numbers that can be read in two ways.
 */
export function readRawSamples(
  text: string,
  preprocessor: Preprocessor,
  { decimal = null, header = null, quotes = null }: CsvChoices = {},
): SampleRows {
  const isJson = text.trimStart().startsWith('[');
  const isCsv = preprocessor.kind !== 'text' && !isJson;
  if (!isCsv) refuseDecimal(decimal);
  if (!isCsv) refuseHeader(header ?? quotes);
  const found = isCsv
    ? csvRows(text, preprocessor, { decimal, header, quotes })
    : { rows: plainRows(text, preprocessor, isJson), notes: [] };
  if (found.rows.length === 0) throw new StudioError('invalid-request', 'The input holds no rows.');
  return found;
}

const plainRows = (text: string, preprocessor: Preprocessor, isJson: boolean): SampleRow[] =>
  preprocessor.kind === 'text' ? textRows(text, isJson) : jsonRows(text, preprocessor);

function textRows(text: string, isJson: boolean): SampleRow[] {
  const lines = isJson ? JsonTexts.safeParse(parseJson(text)).data : text.split(/\r\n|\r|\n/);
  if (!lines) throw new StudioError('invalid-request', 'A JSON input must be an array of texts.');
  return lines
    .map((line, index) => ({ line, where: `row ${index + 1}` }))
    .filter(({ line }) => isJson || line.trim() !== '')
    .map(({ line, where }) => ({ sample: { kind: 'text', text: line }, where }));
}

function jsonRows(text: string, preprocessor: Preprocessor): SampleRow[] {
  const { data } = JsonTable.safeParse(parseJson(text));
  if (!data) {
    throw new StudioError(
      'invalid-request',
      'A JSON input must be an array of values, or an array of such arrays.',
    );
  }
  const rows = Array.isArray(data[0]) ? (data as RawInput[]) : [data as RawInput];
  return rows.map((row, index) => {
    const where = `row ${index + 1}`;
    refuseOtherCount(row.length, columnNames(preprocessor), where);
    return { sample: rawSample(preprocessor.kind, row), where };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StudioError('invalid-request', `The input is not JSON: ${String(cause)}.`, { cause });
  }
}

function csvRows(
  text: string,
  preprocessor: Preprocessor,
  { decimal, header, quotes: chosen }: Required<CsvChoices>,
): SampleRows {
  const delimiter = detectDelimiter(text);
  const quotes = chosen ?? (delimiter === '\t' ? quotesOf(text) : 'enclose');
  const records = recordsOf(text, delimiter, quotes);
  const first = (records[0]?.fields ?? []).map((field) => field.trim());
  const names = columnNames(preprocessor);
  const looksLikeNames =
    first.length > 0 &&
    (first.some((field) => names.includes(field)) ||
      first.every((field) => !isNumber(field) && plainNumber(field, 'comma') === null));
  const isHeader = header === null ? looksLikeNames : header === 'yes';
  const rowsAsCells = records.map(({ row, fields }) => ({ row, cells: fields }));
  const named =
    names.length > 0 ? nameColumns(rowsAsCells, isHeader ? 'yes' : 'no', 1).names : first;
  const columns = names.length === 0 ? null : columnsOf(named, names, isHeader);
  const samples = records.slice(isHeader ? 1 : 0);
  if (isHeader) refuseRagged(samples, named.length);
  const numbers = numberColumns(preprocessor, columns ?? [...first.keys()]);
  const { cellOf, notes } = readDecimals(samples, numbers, { delimiter, decimal });
  const rows = samples.map((record) => {
    const where = `row ${record.row}`;
    const places = columns ?? [...record.fields.keys()];
    refuseOtherCount(places.length, names, where);
    const cells = places.map((at) => cellOf(record, at));
    const sample =
      preprocessor.kind === 'image' ? pixelsOf(cells, where) : rawSample(preprocessor.kind, cells);
    return { sample, where };
  });
  const isFound = chosen === null && quotes === 'letters';
  return { rows, notes: [...(isFound ? [LETTERS_NOTE] : []), ...notes] };
}

function quotesOf(text: string): Quotes {
  const trial = new QuoteTrial('\t');
  trial.push(Buffer.from(text), true);
  return trial.found;
}

function recordsOf(text: string, delimiter: string, quotes: Quotes): CsvRecord[] {
  try {
    return [...csvRecords(text, delimiter, quotes)];
  } catch (error) {
    return withOption(error);
  }
}

/** Those that the model takes for numbers: all pixels of an image, whose columns have no names. */
function numberColumns(preprocessor: Preprocessor, places: readonly number[]): NumberColumn[] {
  if (preprocessor.kind !== 'table') return places.map((at) => ({ name: String(at + 1), at }));
  return preprocessor.columns.flatMap(({ name, type }, place) => {
    const at = places[place];
    return type === 'number' && at !== undefined ? [{ name, at }] : [];
  });
}

/** Of a table; others have none. */
const columnNames = (preprocessor: Preprocessor): string[] =>
  preprocessor.kind === 'table' ? preprocessor.columns.map(({ name }) => name) : [];

/** Throws for values without a header that are not one for each column. */
function refuseOtherCount(count: number, names: readonly string[], where: string): void {
  if (names.length === 0 || count === names.length) return;
  throw new StudioError(
    'invalid-request',
    `The model takes ${names.length} values, one for each column. Received ${count}.`,
    {
      where,
      hint:
        `The columns are ${quoted(names)}, in this order. ` +
        'A CSV with a header that names them may hold more, in any order.',
    },
  );
}

/**
 * Throws for rows that are not as long as the header, whose values stand in the wrong columns. The
 * header itself may end in a delimiter too many or too few.
 */
function refuseRagged(samples: readonly CsvRecord[], expected: number): void {
  const ragged = new RaggedRows(expected);
  for (const { row, fields } of samples) {
    if (fields.length !== expected) ragged.add(row, fields.length);
  }
  if (ragged.count === 0) return;
  throw new StudioError('invalid-request', ragged.toText(), {
    where: `row ${ragged.firstRow}`,
    hint: `Nothing was predicted. ${ragged.remedy(samples.length)}`,
  });
}

function pixelsOf(cells: readonly string[], where: string): RawSample {
  const pixels = cells.map((cell, column) => {
    if (isNumber(cell)) return Number(cell);
    throw new StudioError(
      'invalid-request',
      `Every pixel must be a number. Received ${JSON.stringify(cell)}.`,
      { where: `${where}, column ${column + 1}` },
    );
  });
  return { kind: 'image', pixels };
}

/**
 * Where each column stands. Others, such as the target or an id, are not looked at. Null for rows
 * without a header that hold the columns of the model alone, in its order.
 */
function columnsOf(
  header: readonly string[],
  names: readonly string[],
  isHeader: boolean,
): number[] | null {
  const isWhole = header.length > names.length && names.every((name) => header.includes(name));
  if (!isHeader && !isWhole) return null;
  const missing = names.filter((name) => !header.includes(name.trim()));
  if (missing.length === 0) return names.map((name) => header.indexOf(name.trim()));
  throw new StudioError(
    'invalid-request',
    `The input lacks the ${missing.length === 1 ? 'column' : 'columns'} ${quoted(missing)}.`,
    {
      where: 'row 1',
      hint: [
        `The model takes ${quoted(names)}, in any order. The header holds ${quoted(header)}.`,
        ...(missing.some(isNumbered) ? ['Where the first row is a sample, add --header no.'] : []),
      ].join(' '),
    },
  );
}

/** Whether an import may have called it so, because the file had no header. */
const isNumbered = (name: string): boolean => /^column \d+$/.test(name);

const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');

function isNumber(field: string): boolean {
  return field.trim() !== '' && Number.isFinite(Number(field));
}

/** What takes no rows of CSV has neither a first row nor quotation marks to choose. */
export function refuseHeader(choice: Header | Quotes | null): void {
  if (!choice) return;
  throw new StudioError(
    'invalid-request',
    'Only rows of CSV have a first row, or quotation marks, to choose.',
    { hint: 'Leave --header and --quotes out.' },
  );
}
