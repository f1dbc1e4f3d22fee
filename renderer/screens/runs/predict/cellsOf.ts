import type { Cell, DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { DatasetRow } from '../../data/useDatasetRows.ts';

/** The values of a sample by the names of their columns. */
export function cellsOf(
  dataset: DatasetInfo | undefined,
  row: DatasetRow | undefined,
): Record<string, Cell> {
  const columns = dataset?.columns ?? [];
  return Object.fromEntries(columns.map(({ name }, place) => [name, row?.values[place] ?? null]));
}
