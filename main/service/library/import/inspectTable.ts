/** What importing a table would give, from its first rows. */
import type { FileInspection, InspectedClass } from '../../../../core/contract/FileInspection.ts';
import { isMissing, isNumberMark, parseNumber } from '../../../../core/data/csv/parseNumber.ts';
import { areClasses } from '../../../../core/data/table/areClasses.ts';
import {
  planTable,
  type TablePlan,
  takesMarksAsMissing,
} from '../../../../core/data/table/planTable.ts';
import { previewFaults } from '../../../../core/data/table/previewFaults.ts';
import { surveyColumns } from '../../../../core/data/table/surveyColumns.ts';
import type { InspectContext } from './ImportContext.ts';
import { firstRows, wholeRows } from './importTable.ts';
import type { TableSource } from './TableSource.ts';

const SHOWN_ROWS = 50;
const SHOWN_COLUMNS = 500;
const SHOWN_CHARACTERS = 200;
const SHOWN_CLASSES = 100;

export type TableInspection = Omit<FileInspection, 'format' | 'bytes'>;

export async function inspectTable(
  source: TableSource,
  { options }: InspectContext,
): Promise<TableInspection> {
  const read = source.numbers?.read ?? parseNumber;
  const first = await firstRows(source);
  const rows = first.map((row) => row.cells);
  const whole = wholeRows(source.columnNames.length, first);
  const surveys = surveyColumns(source.columnNames, whole, read, source.unnamed);
  const plan = planTable(surveys, options);
  const faults = previewFaults(plan, surveys, first, read);
  const cells = whole
    .map((row) => row[plan.target.position] ?? '')
    .filter((cell) => !isMissing(cell) && !(takesMarksAsMissing(plan.target) && isNumberMark(cell)))
    .map((cell) => cell.trim());
  const task = plan.task ?? taskOf(cells.map((cell) => read(cell, plan.target.position)));
  const classes = task === 'classification' ? countClasses(cells) : [];
  return {
    kind: plan.kind,
    encoding: source.encoding,
    delimiter: source.delimiter,
    decimal: source.numbers?.decimal ?? null,
    header: source.header ?? null,
    quotes: source.quotes ?? null,
    target: plan.target.name,
    task,
    text: plan.text?.name ?? null,
    splitColumn: plan.split?.name ?? null,
    columns: inspectedColumns(plan, surveys),
    columnCount: source.columnNames.length,
    rows: rows.slice(0, SHOWN_ROWS).map((row) => row.slice(0, SHOWN_COLUMNS).map(cut)),
    classes: classes.slice(0, SHOWN_CLASSES),
    classCount: classes.length,
    shape: null,
    imageSizes: [],
    images: [],
    sampled: rows.length,
    samples: source.rowCount,
    warnings: [...source.warnings, ...faults.warnings, ...plan.warnings],
    refusals: [...faults.refusals],
  };
}

function inspectedColumns(
  { columns }: TablePlan,
  surveys: ReturnType<typeof surveyColumns>,
): FileInspection['columns'] {
  return columns.slice(0, SHOWN_COLUMNS).map((column, at) => {
    const { name, type, role } = column;
    const { missing = 0, marks = 0, distinct = 0 } = surveys[at] ?? {};
    return {
      name,
      type,
      role,
      missing: missing + (takesMarksAsMissing(column) ? marks : 0),
      distinct,
    };
  });
}

/** As TargetBuilder decides of all rows. */
function taskOf(numbers: readonly number[]): 'classification' | 'regression' {
  if (numbers.some(Number.isNaN)) return 'classification';
  const areWhole = numbers.every(Number.isInteger);
  const distinct = new Set(numbers).size;
  const isClass = areClasses({ count: numbers.length, distinct, areWhole });
  return isClass ? 'classification' : 'regression';
}

export function countClasses(cells: readonly string[]): InspectedClass[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

const cut = (cell: string) =>
  cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;
