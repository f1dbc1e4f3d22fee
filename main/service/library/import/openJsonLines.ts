/**
 * JSON Lines as a table: one object a line, flat, with the same keys. Numbers that are written as texts
 * are read as those of a CSV are: "1,5" is one where its column shows that it is. Numbers of JSON are
 * what they are, and say nothing of how the texts beside them are written.
 */
import { stat } from 'node:fs/promises';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { type NumberReader, numberReader } from '../../../../core/data/csv/numberReader.ts';
import { parseNumber } from '../../../../core/data/csv/parseNumber.ts';
import { CellRow, type CellValue } from '../../../../core/data/table/CellRow.ts';
import { findDecimal } from './findDecimal.ts';
import type { InspectContext } from './ImportContext.ts';
import { firstRows } from './importTable.ts';
import { encodingOf } from './openCsv.ts';
import { readText, type TextFile } from './readText.ts';
import type { TableSource } from './TableSource.ts';

const LF = 0x0a;
const MOST_LINE_BYTES = 2 ** 24;
/** Keys that first appear later would be columns that the first rows do not have. */
const ROWS_FOR_KEYS = 1000;
const MOST_COLUMNS = 65_536;
/** It parts the values, as in most CSV: of such files no number as usual is read in another way. */
const COMMA = ',';

/** Throws StudioError `invalid-dataset`, naming the line. */
export async function openJsonLines(
  context: InspectContext,
  isPreview: boolean,
): Promise<TableSource> {
  const { path, name, options } = context;
  const { encoding, notes } = await encodingOf(context, isPreview);
  const file: TextFile = { path, name, encoding };
  const { size } = await stat(path);
  const { columnNames, typed, mixed } = await findKeys(file);
  const places = new Map(columnNames.map((key, place) => [key, place]));
  const sourceWith = (row: CellRow, cellOf?: (cell: CellValue) => CellValue): TableSource => ({
    columnNames,
    encoding,
    delimiter: null,
    numbers: null,
    rowCount: null,
    warnings: notes,
    read: async (onRow, onProgress) => {
      await readObjects(
        file,
        (object, line) => {
          const cells = cellsOf(object, places, line);
          return onRow(row.set(line, cellOf ? cells.map(cellOf) : cells));
        },
        (position) => onProgress?.(position / size),
      );
    },
  });
  const textsAlone = sourceWith(new CellRow(), (cell) => (typeof cell === 'number' ? null : cell));
  const found = await findDecimal(textsAlone, options, COMMA);
  // A chosen mark is one of texts, too.
  const marks = found.marks.map((mark, place) =>
    typed.has(columnNames[place] ?? '') ? null : mark,
  );
  const read = numberReader(marks);
  const texts = await mixedTexts(textsAlone, mixed);
  /** Of a cell's text, which alone does not show whether it was a number. */
  const readAny: NumberReader = (cell, place) => {
    const value = read(cell, place);
    return Number.isNaN(value) && texts.get(place)?.has(cell) === false ? parseNumber(cell) : value;
  };
  return {
    ...sourceWith(new CellRow(read)),
    numbers: { read: readAny, decimal: found.decimal },
    warnings: [...notes, ...found.notes],
  };
}

/** By place, what the first rows of mixed columns hold as texts. */
async function mixedTexts(
  textsAlone: TableSource,
  mixed: ReadonlySet<string>,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  if (mixed.size === 0) return new Map();
  const rows = await firstRows(textsAlone);
  const places = textsAlone.columnNames.flatMap((key, place) => (mixed.has(key) ? [place] : []));
  return new Map(
    places.map((place) => [place, new Set(rows.map(({ cells }) => cells[place] ?? ''))]),
  );
}

type JsonObject = Readonly<Record<string, unknown>>;

interface FoundKeys {
  readonly columnNames: string[];
  /** Those that hold no text. */
  readonly typed: ReadonlySet<string>;
  /** Those that hold texts and numbers. */
  readonly mixed: ReadonlySet<string>;
}

async function findKeys(file: TextFile): Promise<FoundKeys> {
  const keys = new Set<string>();
  const texts = new Set<string>();
  const numbers = new Set<string>();
  let rows = 0;
  await readObjects(file, (object, line) => {
    for (const [key, value] of Object.entries(object)) {
      keys.add(key);
      if (typeof value === 'string') texts.add(key);
      if (typeof value === 'number') numbers.add(key);
    }
    rows += 1;
    if (keys.size > MOST_COLUMNS) {
      throw invalid(`A table must have at most ${MOST_COLUMNS} columns. Received more.`, line);
    }
    return rows < ROWS_FOR_KEYS;
  });
  if (rows === 0) throw new StudioError('invalid-dataset', `"${file.name}" is empty.`);
  const columnNames = [...keys];
  if (keys.size >= 2) {
    const typed = new Set(columnNames.filter((key) => !texts.has(key)));
    const mixed = new Set(columnNames.filter((key) => texts.has(key) && numbers.has(key)));
    return { columnNames, typed, mixed };
  }
  throw invalid(
    'A table must have a target column and at least one feature. ' +
      `Received "${columnNames.join()}" alone.`,
    1,
  );
}

function cellsOf(object: JsonObject, places: ReadonlyMap<string, number>, line: number) {
  const cells = new Array<CellValue>(places.size).fill(null);
  for (const [key, value] of Object.entries(object)) {
    const place = places.get(key);
    if (place === undefined) {
      throw invalid(`Key ${JSON.stringify(key)} must stand in one of the first lines too.`, line);
    }
    cells[place] = toCell(value, key, line);
  }
  return cells;
}

function toCell(value: unknown, key: string, line: number): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  if (typeof value === 'boolean') return String(value);
  throw invalid(
    `Every value must be a text, a number, true, false or null. ` +
      `Key ${JSON.stringify(key)} holds ${Array.isArray(value) ? 'a list' : 'an object'}.`,
    line,
  );
}

async function readObjects(
  file: TextFile,
  onObject: (object: JsonObject, line: number) => boolean,
  onProgress?: (position: number) => void,
): Promise<void> {
  let rest = Buffer.alloc(0);
  let line = 0;
  for await (const { bytes, position } of readText(file)) {
    const joined = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    let from = 0;
    for (let end = joined.indexOf(LF); end !== -1; end = joined.indexOf(LF, from)) {
      line += 1;
      const object = parseLine(joined.toString('utf8', from, end), line);
      from = end + 1;
      if (object && !onObject(object, line)) return;
    }
    rest = Buffer.from(joined.subarray(from));
    if (rest.length > MOST_LINE_BYTES) {
      throw invalid(`A line must have at most ${MOST_LINE_BYTES / 2 ** 20} MiB.`, line + 1);
    }
    onProgress?.(position);
  }
  const object = parseLine(rest.toString('utf8'), line + 1);
  if (object) onObject(object, line + 1);
}

/** Null for a blank line. */
function parseLine(text: string, line: number): JsonObject | null {
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(`Every line must be a JSON object. Received ${shown(text)}.`, line);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  throw invalid(`Every line must be a JSON object. Received ${shown(text)}.`, line);
}

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function invalid(message: string, line: number): StudioError {
  return new StudioError('invalid-dataset', message, { where: `line ${line}` });
}
