/** A Parquet file as a table, a window of rows at a time. */
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { CellRow, type CellValue } from '../../../../core/data/table/CellRow.ts';
import type { InspectContext } from './ImportContext.ts';
import type { TableSource } from './TableSource.ts';

const WINDOW_CELLS = 2 ** 20;

/** Columns of lists and structures are left out. Throws StudioError `invalid-dataset`. */
export async function openParquet({ path, name }: InspectContext): Promise<TableSource> {
  return caught(name, async () => {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const all = parquetSchema(metadata).children;
    const flat = all.filter(
      ({ children, element }) =>
        children.length === 0 && element.repetition_type !== 'REPEATED' && !holdsObjects(element),
    );
    const columnNames = flat.map(({ element }) => element.name);
    refuseFewColumns(columnNames, name);
    const rowCount = Number(metadata.num_rows);
    const left = all.filter((column) => !flat.includes(column)).map(({ element }) => element.name);
    return {
      columnNames,
      encoding: null,
      delimiter: null,
      numbers: null,
      rowCount,
      warnings: left.map(
        (column) => `Column "${column}" is left out: it holds lists or structures.`,
      ),
      read: (onRow, onProgress) =>
        caught(name, async () => {
          const row = new CellRow();
          const size = Math.max(1, Math.floor(WINDOW_CELLS / columnNames.length));
          for (let start = 0; start < rowCount; start += size) {
            const end = Math.min(rowCount, start + size);
            const columns = columnNames;
            const window = { file, metadata, columns, compressors, rowStart: start, rowEnd: end };
            for (const [offset, object] of (await parquetReadObjects(window)).entries()) {
              const cells = columnNames.map((column) => toCell(object[column], column));
              if (!onRow(row.set(start + offset + 1, cells))) return;
            }
            onProgress?.(end / rowCount);
          }
        }),
    };
  });
}

function refuseFewColumns(columns: readonly string[], name: string): void {
  if (columns.length >= 2) return;
  throw new StudioError(
    'invalid-dataset',
    `A table must have a target column and at least one feature. "${name}" has ${columns.length} flat columns.`,
  );
}

/** In one column, as bytes that are read as objects. */
const objectTypes = new Set(['JSON', 'BSON', 'VARIANT', 'GEOMETRY', 'GEOGRAPHY', 'INTERVAL']);

const holdsObjects = ({ converted_type, logical_type }: SchemaElement): boolean =>
  objectTypes.has(logical_type?.type ?? '') || objectTypes.has(converted_type ?? '');

/** Throws StudioError `invalid-dataset` for what would be a missing value without a word. */
function toCell(value: unknown, column: string): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  throw new StudioError(
    'invalid-dataset',
    `Column "${column}" holds values that are no numbers, texts or dates.`,
    { where: `column "${column}"`, hint: 'Save the table without this column.' },
  );
}

async function caught<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StudioError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StudioError(
      'invalid-dataset',
      `"${name}" is a damaged Parquet file: ${reason.split('\n')[0]?.replace(/\.$/, '')}.`,
      { where: name, hint: 'Fetch or copy the file again.', cause },
    );
  }
}
