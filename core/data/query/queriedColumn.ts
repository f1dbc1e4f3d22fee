import { StudioError } from '../../contract/StudioError.ts';
import type { Dataset } from '../Dataset.ts';

export interface QueriedColumn {
  /** Of a category or of classes, else none. */
  readonly labels: readonly string[];
  /** A number, days, or the index of a label; NaN where it is missing. */
  valueAt(index: number): number;
}

/** A column by its name, or the target for null. Throws StudioError `invalid-request`. */
export function queriedColumn(
  { columns, values, target, targets }: Dataset,
  name: string | null,
  where: string,
): QueriedColumn {
  if (name === null) {
    const labels = target.kind === 'class' ? target.labels : [];
    return { labels, valueAt: (index) => targets[index] };
  }
  const place = columns.findIndex((column) => column.name === name);
  if (place < 0) {
    throw new StudioError('invalid-request', `The dataset has no column "${name}".`, { where });
  }
  return {
    labels: columns[place].labels ?? [],
    valueAt: (index) => values[index * columns.length + place],
  };
}
