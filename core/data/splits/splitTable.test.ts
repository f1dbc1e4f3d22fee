import { expect, test } from 'vitest';
import { SplitTable } from '../../contract/SplitTable.ts';
import type { TableDataset } from '../Dataset.ts';
import { sealHash } from '../sealHash.ts';
import { splitTable } from './splitTable.ts';

const dataset: TableDataset = {
  kind: 'table',
  samples: 6,
  target: { kind: 'class', name: 'y', labels: ['a', 'b'], counts: [4, 2] },
  targets: Int32Array.of(0, 0, 1, 0, 1, 0),
  columns: [{ name: 'x', type: 'number' }],
  values: Float32Array.of(1, 2, 3, 4, 5, 6),
  givenSplits: null,
  warnings: [],
};

const splits = {
  train: Int32Array.of(0, 2),
  validation: Int32Array.of(1),
  test: Int32Array.of(4, 5),
};

test("each class is counted in each part, and the seal is the run's", () => {
  const table = SplitTable.parse(splitTable(dataset, splits));
  expect(table).toEqual({
    counts: { train: 2, validation: 1, test: 2, dropped: 1 },
    classes: [
      { label: 'a', train: 1, validation: 1, test: 1 },
      { label: 'b', train: 1, validation: 0, test: 1 },
    ],
    sealHash: sealHash(dataset, splits.test),
  });
});

test('a number has no classes, and an empty test split no seal', () => {
  const regression: TableDataset = {
    ...dataset,
    target: { kind: 'number', name: 'y', minimum: 0, maximum: 1 },
    targets: Float32Array.of(0, 0.2, 1, 0.3, 0.7, 0),
  };
  const table = splitTable(regression, { ...splits, test: new Int32Array() });
  expect(table.classes).toEqual([]);
  expect(table.sealHash).toBeNull();
});
