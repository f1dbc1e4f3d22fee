import type { ColumnEncoding } from './Preprocessor.ts';

/** How many of a model's inputs a column takes. */
export function encodedWidth(column: ColumnEncoding): number {
  if (column.type !== 'category') return 1;
  return column.labels.length + (column.missing === 'ownCategory' ? 1 : 0);
}
