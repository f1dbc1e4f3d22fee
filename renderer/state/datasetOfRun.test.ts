import { expect, test } from 'vitest';
import { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import { datasetOfRun } from './datasetOfRun.ts';

const [imported, edited, editedFurther, other] = ['a', 'b', 'c', 'd'].map((digit) =>
  digit.repeat(64),
) as [string, string, string, string];

const dataset = (id: string, hash: string, importedHash?: string): DatasetInfo =>
  DatasetInfo.parse({
    id,
    name: id,
    kind: 'table',
    samples: 3,
    sampleShape: [1],
    columns: [],
    target: { kind: 'class', name: 'label', labels: ['x'], counts: [3] },
    given: null,
    hash,
    ...(importedHash && { edits: { importedHash, excluded: 1, relabelled: 0 } }),
    bytes: 1,
    source: { kind: 'csv', origin: 'x.csv', license: null },
    warnings: [],
    importedAt: 0,
  });

const run = (hash: string, importedHash?: string) => ({
  dataset: { id: 'x', name: 'x', hash, ...(importedHash && { importedHash }) },
});

test('a run finds its dataset before and after edits, under its own name first', () => {
  const whole = dataset('x', imported);
  const changed = dataset('x', editedFurther, imported);
  expect(datasetOfRun([whole], run(imported))).toBe(whole);
  expect(datasetOfRun([changed], run(imported))).toBe(changed);
  expect(datasetOfRun([changed], run(edited, imported))).toBe(changed);
  expect(datasetOfRun([dataset('y', imported), whole], run(imported))).toBe(whole);
});

test('another dataset of the same name is not taken for it', () => {
  expect(datasetOfRun([dataset('x', other)], run(imported))).toBeUndefined();
});
