/** The columns of a dataset as choices of a list; the target has no name of a column. */
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';

const TARGET = 'target';
const COLUMN = 'column:';
/** A longer list helps nobody. */
const MOST_COLUMNS = 100;

/** A filter asks classes elsewhere; an order knows them, too. */
export function columnChoices(
  { columns, target }: Pick<DatasetInfo, 'columns' | 'target'>,
  use: 'filter' | 'sort',
): { readonly value: string; readonly label: string }[] {
  const isAsked = use === 'sort' || target.kind === 'number';
  return [
    ...(isAsked ? [{ value: TARGET, label: target.name }] : []),
    ...columns.slice(0, MOST_COLUMNS).map(({ name }) => ({ value: toChoice(name), label: name })),
  ];
}

export const toChoice = (name: string | null): string => (name === null ? TARGET : COLUMN + name);

export const nameOfChoice = (choice: string): string | null =>
  choice === TARGET ? null : choice.slice(COLUMN.length);
