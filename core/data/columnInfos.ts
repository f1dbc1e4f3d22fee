import type { ColumnInfo } from '../contract/DatasetInfo.ts';
import type { Dataset } from './Dataset.ts';

/** What the library says of each column without opening the samples. */
export function columnInfos({
  columns,
  values,
}: Pick<Dataset, 'columns' | 'values'>): ColumnInfo[] {
  const missing = columns.map(() => 0);
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) missing[at % columns.length] += 1;
  }
  return columns.map(({ name, type, labels }, column) => ({
    name,
    type,
    categories: labels ? labels.length : null,
    missing: missing[column],
  }));
}
