/**
 * Reads a table or texts from any source of rows into the library's form.
 *
 * Types are found in the first rows. A later row that contradicts makes one more pass, which knows
 * all contradictions of the whole file: the price of not reading every file twice.
 */
import type { ImportColumnType } from '../../../../core/contract/ImportOptions.ts';
import { planTable, type TablePlan } from '../../../../core/data/table/planTable.ts';
import type { FirstRow } from '../../../../core/data/table/previewFaults.ts';
import { surveyColumns } from '../../../../core/data/table/surveyColumns.ts';
import { TableBuilder } from '../../../../core/data/table/TableBuilder.ts';
import type { DatasetWriter, WrittenDataset } from './DatasetWriter.ts';
import type { ImportContext } from './ImportContext.ts';
import type { TableSource } from './TableSource.ts';

const FIRST_ROWS = 5000;
const FIRST_CELLS = 500_000;

export async function importTable(
  source: TableSource,
  context: ImportContext,
): Promise<WrittenDataset> {
  const { columnNames } = source;
  const rows = await firstRows(source);
  const surveys = surveyColumns(
    columnNames,
    wholeRows(columnNames.length, rows),
    source.numbers?.read,
    source.unnamed,
  );
  const revised = new Map<number, ImportColumnType>();
  for (;;) {
    const plan = planTable(surveys, context.options, revised);
    const { builder, writer } = await pass(source, plan, context);
    const contradictions = builder.contradictions();
    if (contradictions.size === 0) {
      const summary = builder.finish(context.name);
      const warnings = [...notesOf(source, plan, revised), ...summary.warnings];
      return writer.finish({ ...summary, warnings });
    }
    // A column changes its type at most twice.
    for (const [position, type] of contradictions) revised.set(position, type);
  }
}

async function pass(
  source: TableSource,
  plan: TablePlan,
  { createWriter, progress }: ImportContext,
): Promise<{ builder: TableBuilder; writer: DatasetWriter }> {
  const writer = createWriter(plan.kind === 'text' ? 'texts' : 'values');
  const builder = new TableBuilder(plan, writer);
  let rows = 0;
  await source.read(
    (row) => {
      builder.add(row);
      rows += 1;
      return true;
    },
    (fraction) => progress(fraction, rows),
  );
  return { builder, writer };
}

function notesOf(
  { warnings }: TableSource,
  { columns }: TablePlan,
  revised: ReadonlyMap<number, ImportColumnType>,
): string[] {
  const notes = [...warnings];
  for (const [position, type] of revised) {
    const column = columns[position];
    if (type === 'category' && column?.role === 'feature') {
      notes.push(`Column "${column.name}" is read as categories: later rows hold other texts.`);
    }
  }
  return notes;
}

/** Cells of another length stand in the wrong columns; where all do, they are what there is. */
export function wholeRows(
  fields: number,
  rows: readonly FirstRow[],
): readonly (readonly string[])[] {
  const all = rows.map(({ cells }) => cells);
  const whole = all.filter(({ length }) => length === fields);
  return whole.length > 0 ? whole : all;
}

/** As text: enough to find types in, and few enough for a table of very many columns. */
export async function firstRows(source: TableSource): Promise<FirstRow[]> {
  const count = source.columnNames.length;
  const most = Math.max(20, Math.min(FIRST_ROWS, Math.floor(FIRST_CELLS / count)));
  const rows: FirstRow[] = [];
  await source.read((row) => {
    const cells = Array.from({ length: row.count }, (_, column) => row.text(column));
    rows.push({ row: row.row, cells });
    return rows.length < most;
  });
  return rows;
}
