/** Which ways of splitting the data of a dataset allow, and what each needs. */
import type { ColumnInfo, DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { COPIES, type SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';

export type SplitMethod = SplitSpec['method'];

/** Any column can group, and so can being a copy; only what has an order can order. */
export function columnsFor(method: SplitMethod, columns: readonly ColumnInfo[]): string[] {
  if (method === 'grouped') return [...columns.map(({ name }) => name), COPIES];
  if (method !== 'ordered') return [];
  return columns.filter(({ type }) => type !== 'category').map(({ name }) => name);
}

/** Also the one in use, which may be of a dataset that the experiment had before. */
export function methodsFor(
  { columns, given }: Pick<DatasetInfo, 'columns' | 'given'>,
  used: SplitMethod,
): SplitMethod[] {
  const isAllowed: Record<SplitMethod, boolean> = {
    random: true,
    grouped: true,
    ordered: columnsFor('ordered', columns).length > 0,
    given: given !== null,
  };
  const methods = ['random', 'grouped', 'ordered', 'given'] as const;
  return methods.filter((method) => isAllowed[method] || method === used);
}

/** The column stays where the new method can use it; else it is the first that can. */
export function withMethod(
  { column, ...split }: SplitSpec,
  method: SplitMethod,
  columns: readonly ColumnInfo[],
): SplitSpec {
  const usable = columnsFor(method, columns);
  const next = column !== undefined && usable.includes(column) ? column : usable[0];
  return { ...split, method, ...(next !== undefined && { column: next }) };
}
