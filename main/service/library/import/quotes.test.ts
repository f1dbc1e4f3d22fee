import { expect, test } from 'vitest';
import { importFile, inspectFile, writeOne } from './testing/importFile.ts';

const rows = ['text\ty', 'a 5" pipe\tp', '"good\tn', 'bad\tp', 'fine\tn'];
const NOTE = 'Quotation marks are read as letters: around cells they do not fit.';

test('a TSV with stray quotation marks is read as it is written, and that is said', async () => {
  const path = writeOne('t.tsv', rows.join('\n'));
  const inspection = await inspectFile(path);
  expect(inspection).toMatchObject({ quotes: 'letters', warnings: [NOTE] });
  expect(inspection.rows.slice(0, 2)).toEqual([
    ['a 5" pipe', 'p'],
    ['"good', 'n'],
  ]);
  const { dataset } = await importFile(path);
  expect(dataset).toMatchObject({ samples: 4, warnings: expect.arrayContaining([NOTE]) });
});

test('of a CSV they are refused, with letters as the way out', async () => {
  const path = writeOne('t.csv', rows.join('\n').replaceAll('\t', ','));
  const refusal = { wayOut: 'quotes-are-letters', where: 'row 2, column 1' };
  await expect(importFile(path)).rejects.toMatchObject(refusal);
  const { dataset } = await importFile(path, { quotes: 'letters' });
  expect(dataset).toMatchObject({ samples: 4 });
});
