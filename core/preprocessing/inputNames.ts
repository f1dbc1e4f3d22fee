import type { TablePreprocessor } from './Preprocessor.ts';

/** What each input of a network on a table is: `body mass (g)`, `island = Dream`, `sex missing`. */
export function inputNames({ columns }: TablePreprocessor): string[] {
  return columns.flatMap((column) => {
    if (column.type !== 'category') return [column.name];
    const names = column.labels.map((label) => `${column.name} = ${label}`);
    return column.missing === 'ownCategory' ? [...names, `${column.name} missing`] : names;
  });
}
