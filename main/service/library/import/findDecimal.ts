import type { Delimiter, ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import { detectDecimal, type FoundDecimal } from '../../../../core/data/csv/detectDecimal.ts';
import { firstRows } from './importTable.ts';
import type { TableSource } from './TableSource.ts';

/** How each column writes its numbers: as chosen for all of them, or as the first rows show. */
export async function findDecimal(
  source: TableSource,
  options: ImportOptions,
  /** What parts the cells. */
  delimiter: Delimiter,
): Promise<Omit<FoundDecimal, 'doubtful'>> {
  const { columnNames } = source;
  const { decimal } = options;
  if (decimal) return { marks: columnNames.map(() => decimal), decimal, notes: [] };
  return detectDecimal(columnNames, await firstRows(source), {
    delimiter,
    texts: textsOf(options),
  });
}

/** Columns that are chosen to be no numbers. */
function textsOf({ columns = [], target, text, splitColumn }: ImportOptions): Set<string> {
  const typed = columns.filter(({ type }) => type !== 'number').map(({ name }) => name);
  const texts = [...typed, text ?? '', splitColumn ?? ''].map((name) => name.trim());
  return new Set(texts.filter((name) => name !== target?.trim()));
}
