/** A CSV file of any size as a table: encoding and delimiter found or chosen, rows as they come. */
import { stat } from 'node:fs/promises';
import type {
  Delimiter,
  Header,
  ImportOptions,
  Quotes,
  TextEncoding,
} from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { CsvScanner } from '../../../../core/data/csv/CsvScanner.ts';
import { DecimalRow } from '../../../../core/data/csv/DecimalRow.ts';
import type { FoundDecimal } from '../../../../core/data/csv/detectDecimal.ts';
import { detectDelimiter } from '../../../../core/data/csv/detectDelimiter.ts';
import { numberReader } from '../../../../core/data/csv/numberReader.ts';
import { LETTERS_NOTE, QuoteTrial } from '../../../../core/data/csv/QuoteTrial.ts';
import { refuseJson, refuseOtherFormats } from '../../../../core/data/csv/refuseOtherFormats.ts';
import { nameColumns } from '../../../../core/data/table/nameColumns.ts';
import type { FirstRow } from '../../../../core/data/table/previewFaults.ts';
import type { TableRow } from '../../../../core/data/table/TableRow.ts';
import { detectEncoding } from './detectEncoding.ts';
import { encodingName } from './encodingName.ts';
import { findDecimal } from './findDecimal.ts';
import type { InspectContext } from './ImportContext.ts';
import { type ByteSource, readChunks } from './readChunks.ts';
import { readText, type TextFile } from './readText.ts';
import type { TableSource } from './TableSource.ts';

/** Of a preview, whose encoding is found in the first part alone. */
const PREVIEW_BYTES = 2 ** 24;
/** They show what parts the cells. */
const HEAD_BYTES = 2 ** 16;
const QUOTE = 0x22;
const ROWS_FOR_NAMES = 100;
const CELLS_FOR_NAMES = 100_000;

interface CsvFile {
  readonly path: string;
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly quotes: Quotes;
}

interface TextInput {
  readonly path: ByteSource;
  readonly name: string;
  readonly options: Pick<ImportOptions, 'encoding'>;
}

interface TextOpening {
  readonly encoding: TextEncoding;
  /** What a person has to know of it. */
  readonly notes: readonly string[];
}

/** Throws StudioError `invalid-dataset` for a file that is no text, or empty. */
export async function openCsv(context: InspectContext, isPreview: boolean): Promise<TableSource> {
  const { path, name, options } = context;
  const { encoding, notes } = await encodingOf(context, isPreview);
  for await (const head of readChunks(path, 16)) refuseJson(head, name);
  const textFile = { path, name, encoding };
  const delimiter = options.delimiter ?? (await findDelimiter(textFile));
  const quotes = options.quotes ?? (await findQuotes(textFile, delimiter, isPreview));
  const opened = await openRows({ ...textFile, quotes }, delimiter, options.header ?? null);
  const isFound = quotes === 'letters' && options.quotes === undefined;
  const warnings = [...notes, ...(isFound ? [LETTERS_NOTE] : []), ...opened.warnings];
  const source = { ...opened, warnings };
  return withNumbers(source, await findDecimal(source, options, delimiter));
}

/** As long as all numbers are written as usual, the scanner reads them by itself, which is fast. */
function withNumbers(
  source: TableSource,
  { marks, decimal, notes }: Omit<FoundDecimal, 'doubtful'>,
): TableSource {
  const isUsual = marks.every((mark) => mark === null);
  const read = numberReader(marks);
  return {
    ...source,
    numbers: { read, decimal },
    warnings: [...source.warnings, ...notes],
    read: (onRow, onProgress) =>
      source.read(isUsual ? onRow : (row) => onRow(new DecimalRow(row, marks, read)), onProgress),
  };
}

/** Numbers as usual. */
async function openRows(
  file: CsvFile,
  delimiter: Delimiter,
  chosen: Header | null,
): Promise<TableSource> {
  const { path, name, encoding } = file;
  const { size } = await stat(path);
  const named = nameColumns(await rowsForNames(file, delimiter), chosen);
  const { names: columnNames, header, unnamed, notes } = named;
  if (columnNames.length === 0) {
    throw new StudioError('invalid-dataset', `"${name}" is empty.`);
  }
  return {
    columnNames,
    encoding,
    delimiter,
    numbers: null,
    header,
    quotes: file.quotes,
    unnamed,
    rowCount: null,
    warnings: notes,
    read: (onRow, onProgress) => {
      let isHeader = header === 'yes';
      return readRows(
        file,
        delimiter,
        (row) => {
          if (!isHeader) return onRow(row);
          isHeader = false;
          return true;
        },
        (position) => onProgress?.(position / size),
      );
    },
  };
}

/** Also of other text files. A chosen UTF-8 is checked, because what follows relies on it. */
export async function encodingOf(
  { path, name, options }: TextInput,
  isPreview: boolean,
): Promise<TextOpening> {
  for await (const head of readChunks(path, 16)) refuseOtherFormats(head, name);
  if (options.encoding && options.encoding !== 'utf-8') return opening(options.encoding, isPreview);
  const found = await detectEncoding(path, name, isPreview ? PREVIEW_BYTES : undefined);
  if (!options.encoding || found.encoding === 'utf-8') {
    return opening(found.encoding, isPreview, found.word);
  }
  throw new StudioError('invalid-dataset', `"${name}" is not UTF-8 text.`, {
    where: 'encoding',
    hint: `It looks like ${encodingName(found.encoding)}.`,
  });
}

/** A preview shows an encoding beside its control, and has to say only that it is a guess. */
function opening(encoding: TextEncoding, isPreview: boolean, word?: string): TextOpening {
  const name = encodingName(encoding);
  if (word !== undefined) {
    const guessed = `The encoding was guessed: read as ${name}, the text has words such as "${word}".`;
    return { encoding, notes: [guessed] };
  }
  const isTold = encoding !== 'utf-8' && !isPreview;
  return { encoding, notes: isTold ? [`The text was read as ${name}.`] : [] };
}

/** The first row, and enough behind it to see whether it is one of them. */
async function rowsForNames(file: CsvFile, delimiter: Delimiter): Promise<FirstRow[]> {
  const rows: FirstRow[] = [];
  let cellCount = 0;
  await readRows(file, delimiter, (row) => {
    const cells = Array.from({ length: row.count }, (_, column) => row.text(column));
    rows.push({ row: row.row, cells });
    cellCount += cells.length;
    return rows.length < ROWS_FOR_NAMES && cellCount < CELLS_FOR_NAMES;
  });
  return rows;
}

/** Of tabs alone: between other delimiters, quotation marks are around cells. */
async function findQuotes(
  file: TextFile,
  delimiter: Delimiter,
  isPreview: boolean,
): Promise<Quotes> {
  if (delimiter !== '\t' || !(await holdsQuote(file, isPreview))) return 'enclose';
  const trial = new QuoteTrial(delimiter);
  for await (const { bytes, position } of readText(file)) {
    if (isPreview && position > PREVIEW_BYTES) return trial.found;
    trial.push(bytes, false);
  }
  trial.push(new Uint8Array(0), true);
  return trial.found;
}

async function holdsQuote(file: TextFile, isPreview: boolean): Promise<boolean> {
  for await (const { bytes, position } of readText(file)) {
    if (bytes.includes(QUOTE)) return true;
    if (isPreview && position > PREVIEW_BYTES) return false;
  }
  return false;
}

async function findDelimiter(file: TextFile): Promise<Delimiter> {
  for await (const { bytes } of readText(file)) {
    return detectDelimiter(firstRowsOf(bytes));
  }
  return ',';
}

/** A row that is cut off in its middle says nothing; a header is at least begun. */
function firstRowsOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('utf8');
  const end = bytes.length > HEAD_BYTES ? text.lastIndexOf('\n') : -1;
  return end < 0 ? text : text.slice(0, end);
}

async function readRows(
  file: CsvFile,
  delimiter: Delimiter,
  onRow: (row: TableRow) => boolean,
  onProgress?: (position: number) => void,
): Promise<void> {
  const scanner = new CsvScanner(delimiter, file.quotes);
  const done = () => onRow(scanner);
  for await (const { bytes, position } of readText(file)) {
    // The scanner keeps what it has not finished; the rest of the chunk is read in place.
    if (!scanner.push(bytes, false, done)) return;
    onProgress?.(position);
  }
  scanner.push(new Uint8Array(0), true, done);
}
