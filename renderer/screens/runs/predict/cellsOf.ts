import type { Cell, DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { DatasetRow } from '../../data/useDatasetRows.ts';

/** The values of a sample by the names of their columns, as a person would type them. */
export function cellsOf(
  dataset: DatasetInfo | undefined,
  row: DatasetRow | undefined,
): Record<string, Cell> {
  const columns = dataset?.columns ?? [];
  return Object.fromEntries(
    columns.map(({ name }, place) => [name, asTyped(row?.values[place] ?? null)]),
  );
}

/** The shortest number that is kept as the same float32: 5.1, not 5.099999904632568. */
function asTyped(cell: Cell): Cell {
  if (typeof cell !== 'number') return cell;
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(cell.toPrecision(digits));
    if (Math.fround(short) === Math.fround(cell)) return short;
  }
  return cell;
}
