/**
 * What an import of a table will trip over, said of its first rows: rows of another length than the
 * header, which it refuses or leaves out, features that float32 cannot hold, and texts among numbers,
 * which it refuses where they are few and takes for categories where they are not.
 */
import type { ImportRefusal } from '../../contract/FileInspection.ts';
import type { NumberReader } from '../csv/numberReader.ts';
import { isMissing, isNumberMark, parseNumber } from '../csv/parseNumber.ts';
import { isInfinite } from './isInfinite.ts';
import { MarkedMissing } from './MarkedMissing.ts';
import { type PlannedColumn, type TablePlan, takesMarksAsMissing } from './planTable.ts';
import { RaggedRows } from './RaggedRows.ts';
import type { ColumnSurvey } from './surveyColumns.ts';

/** A row as text, and where it stands in the file. */
export interface FirstRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const LONGEST_CELL = 40;

export interface PreviewedFaults {
  /** What is decided by itself. */
  readonly warnings: readonly string[];
  readonly refusals: readonly ImportRefusal[];
}

export function previewFaults(
  plan: TablePlan,
  surveys: readonly ColumnSurvey[],
  rows: readonly FirstRow[],
  read: NumberReader = parseNumber,
): PreviewedFaults {
  const { columns, task, dropRagged } = plan;
  const isText = (cell: string, column: PlannedColumn) =>
    !isMissing(cell) &&
    Number.isNaN(read(cell, column.position)) &&
    !isInfinite(cell) &&
    !(takesMarksAsMissing(column) && isNumberMark(cell));
  const strays = columns.flatMap((column) =>
    strayFault(column, surveys[column.position], {
      isTaskOpen: task === null,
      stray: rows.find(({ cells }) => isText(cells[column.position] ?? '', column)),
    }),
  );
  const marked = columns
    .filter((column) => takesMarksAsMissing(column) && surveys[column.position].numbers > 0)
    .flatMap((column) => markNotes(column, rows));
  const samples = rows.filter((row) => isSample(row, plan));
  const infinite = columns.flatMap((column) => infiniteFault(column, samples));
  const ragged = raggedFault(columns.length, rows, dropRagged);
  const faults = [...ragged, ...infinite, ...strays, ...marked];
  return {
    warnings: faults.filter((fault) => typeof fault === 'string'),
    refusals: faults.filter((fault) => typeof fault !== 'string'),
  };
}

type Fault = string | ImportRefusal;

function raggedFault(expected: number, rows: readonly FirstRow[], isLeftOut: boolean): Fault[] {
  const ragged = new RaggedRows(expected);
  for (const { row, cells } of rows) {
    if (cells.length !== expected) ragged.add(row, cells.length);
  }
  const { count } = ragged;
  if (count === 0) return [];
  const refused = count === 1 ? 'The import refuses such a row.' : 'The import refuses such rows.';
  const dropped = count === 1 ? 'Such a row is left out.' : 'Such rows are left out.';
  const message = joined(
    ragged.toText(),
    isLeftOut ? dropped : refused,
    ragged.remedy(rows.length),
  );
  return [isLeftOut ? message : { message, wayOut: 'leave-ragged-out', column: null }];
}

/** Of another row the import reads no feature. */
function isSample({ cells }: FirstRow, { columns, target, text }: TablePlan): boolean {
  if (cells.length !== columns.length) return false;
  if (text && isMissing(cells[text.position])) return false;
  const cell = cells[target.position];
  return !isMissing(cell) && !(takesMarksAsMissing(target) && isNumberMark(cell));
}

function infiniteFault({ position, name, role, type }: PlannedColumn, rows: readonly FirstRow[]) {
  if (role !== 'feature' || type !== 'number') return [];
  const found = rows.find(({ cells }) => isInfinite(cells[position] ?? ''));
  if (!found) return [];
  const says = `Row ${found.row} says ${quoted(found.cells[position])}, which is no finite float32.`;
  const remedy = 'Mend the value, leave it empty, or import the column as categories.';
  const message = joined(`Column "${name}" will be refused.`, says, remedy);
  return [{ message, wayOut: null, column: name }];
}

const quoted = (cell: string) => JSON.stringify(cell.trim().slice(0, LONGEST_CELL));

function markNotes({ name, position }: PlannedColumn, rows: readonly FirstRow[]): string[] {
  const marked = new MarkedMissing();
  for (const { row, cells } of rows) {
    const cell = cells[position] ?? '';
    if (isNumberMark(cell)) marked.add(row, cell);
  }
  return marked.notes(name);
}

/** Of a column that nobody has decided about, most of whose values are numbers. */
function strayFault(
  { position, name, role, type, chosen }: PlannedColumn,
  { present, numbers }: ColumnSurvey,
  { isTaskOpen, stray }: { readonly isTaskOpen: boolean; readonly stray: FirstRow | undefined },
): Fault[] {
  const isDecided = role === 'feature' ? chosen : role !== 'target' || !isTaskOpen;
  if (isDecided || numbers === present || 2 * numbers <= present) return [];
  if (!stray) return [];
  const { row, cells } = stray;
  const text = quoted(cells[position]);
  const share = `${numbers} of ${present} values are numbers, but row ${row} says ${text}.`;
  if (role === 'target') return [joined(`Target "${name}" is read as classes.`, share)];
  if (type === 'number') {
    const message = joined(`Column "${name}" will be refused.`, share);
    return [{ message, wayOut: null, column: name }];
  }
  if (type === 'skip') return [joined(`Column "${name}" is no column of numbers.`, share)];
  return [joined(`Column "${name}" is read as categories.`, share)];
}

const joined = (...sentences: readonly string[]) => sentences.join(' ');
