/**
 * Decides whether a target column names classes or holds numbers.
 *
 * Classes: a value that is not a number is among them, or all are whole numbers, at most 20
 * different ones, each standing twice on average (two different ones are classes always).
 * Everything else is a number to regress. Labels come sorted, numbers by value and texts by UTF-16
 * code unit, so that the order of the rows does not matter.
 */
import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { parseNumber } from './parseNumber.ts';

const MOST_NUMERIC_CLASSES = 20;
/** So many different texts are believed to be classes even where most of them stand once. */
const FEW_TEXT_CLASSES = 20;

export interface TargetColumn {
  readonly name: string;
  /** Trimmed cells. */
  readonly cells: readonly string[];
  /** The row of each cell. */
  readonly rows: readonly number[];
}

export interface TargetValues {
  readonly target: DatasetTarget;
  readonly targets: Int32Array | Float32Array;
  readonly warnings: readonly string[];
}

/**
 * Throws StudioError `invalid-dataset` for a single class, or for texts that hardly ever stand
 * twice.
 */
export function readTarget(column: TargetColumn): TargetValues {
  const numbers = column.cells.map(parseNumber);
  const firstText = numbers.findIndex(Number.isNaN);
  if (firstText !== -1) return readTextClasses(column, firstText);

  const distinct = new Set(numbers);
  const isClass =
    distinct.size <= Math.min(MOST_NUMERIC_CLASSES, Math.max(2, numbers.length / 2)) &&
    numbers.every(Number.isInteger);
  if (!isClass) return readNumbers(column, numbers);
  const labels = [...distinct].sort((a, b) => a - b).map(String);
  const warning =
    `Target "${column.name}" holds ${labels.length} different whole numbers ` +
    'and is read as classes.';
  return { ...classes(column, labels, numbers.map(String)), warnings: [warning] };
}

function readTextClasses(column: TargetColumn, firstText: number): TargetValues {
  const { name, cells, rows } = column;
  const labels = [...new Set(cells)].sort();
  const most = Math.min(Math.max(FEW_TEXT_CLASSES, cells.length / 2), cells.length - 1);
  if (labels.length > most) {
    throw new StudioError(
      'invalid-dataset',
      `Target column "${name}" must hold numbers, or classes that several rows share. ` +
        `Received ${labels.length} different values in ${cells.length} rows, among them ` +
        `"${cells[firstText]}".`,
      { where: `row ${rows[firstText]}, column "${name}"` },
    );
  }
  return { ...classes(column, labels, cells), warnings: [] };
}

function classes(
  { name }: TargetColumn,
  labels: readonly string[],
  cells: readonly string[],
): Omit<TargetValues, 'warnings'> {
  if (labels.length < 2) {
    throw new StudioError(
      'invalid-dataset',
      `Target column "${name}" must hold at least two classes. Every row says "${labels[0]}".`,
      { where: `column "${name}"` },
    );
  }
  const indices = new Map(labels.map((label, index) => [label, index]));
  const targets = Int32Array.from(cells, (cell) => indices.get(cell) ?? -1);
  const counts = labels.map(() => 0);
  for (const index of targets) counts[index] += 1;
  return { target: { kind: 'class', name, labels: [...labels], counts }, targets };
}

function readNumbers({ name, rows }: TargetColumn, numbers: readonly number[]): TargetValues {
  const targets = Float32Array.from(numbers);
  const tooLarge = targets.findIndex((value) => !Number.isFinite(value));
  if (tooLarge !== -1) {
    throw new StudioError(
      'invalid-dataset',
      `A number must fit float32. Received ${numbers[tooLarge]}.`,
      { where: `row ${rows[tooLarge]}, column "${name}"` },
    );
  }
  const [minimum, maximum] = extremes(targets);
  return { target: { kind: 'number', name, minimum, maximum }, targets, warnings: [] };
}

function extremes(values: Float32Array): [number, number] {
  let [minimum, maximum] = [values[0], values[0]];
  for (const value of values) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return [minimum, maximum];
}
