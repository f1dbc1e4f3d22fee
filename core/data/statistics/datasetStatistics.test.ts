/** Statistics against numbers that can be checked by hand, and against the contract. */
import { expect, test } from 'vitest';
import { DatasetStatistics } from '../../contract/DatasetStatistics.ts';
import type { ImageDataset, TableDataset } from '../Dataset.ts';
import { applyEdits } from '../edits/applyEdits.ts';
import {
  tinyImages,
  tinyMixed,
  tinyRegression,
  tinyTable,
  tinyTexts,
} from '../testing/tinyDatasets.ts';
import { datasetStatistics } from './datasetStatistics.ts';

test('statistics of every kind have the form of the contract', () => {
  for (const dataset of [tinyImages(9), tinyMixed(40), tinyRegression(6), tinyTexts(8)]) {
    const found = datasetStatistics(dataset);
    expect(DatasetStatistics.parse(found)).toEqual(found);
  }
});

test('columns: missing values, categories by number, and what they say of classes', () => {
  const table: TableDataset = {
    ...tinyTable(6, [0, 0, 1, 1, 1, 0]),
    columns: [
      { name: 'size', type: 'number' },
      { name: 'color', type: 'category', labels: ['red', 'green'] },
      { name: 'same', type: 'number' },
    ],
    values: Float32Array.of(
      ...[1, 1, 7],
      ...[3, Number.NaN, 7],
      ...[6, 1, 7],
      ...[8, 0, 7],
      ...[Number.NaN, 1, 7],
      ...[2, 1, 7],
    ),
  };
  const { columns, target } = datasetStatistics(table);
  expect(target).toEqual({ kind: 'class', counts: [3, 3, 0], imbalance: 1, empty: 1 });
  // Means 2 and 7 around 4: η² = (3 · 2² + 2 · 3²) / (3² + 1² + 2² + 4² + 2²).
  expect(columns[0]).toMatchObject({
    missing: 1,
    numbers: { mean: 4, minimum: 1, maximum: 8 },
    relation: { kind: 'classMeans', means: [2, 7, null], explained: expect.closeTo(30 / 34, 12) },
  });
  expect(columns[1]).toEqual({
    ...{ type: 'category', name: 'color', missing: 1, categories: 2 },
    most: [
      { label: 'green', count: 4 },
      { label: 'red', count: 1 },
    ],
  });
  expect(columns[2]).toMatchObject({ missing: 0, relation: null });
});

test('a column and a number to predict: Pearson’s r', () => {
  const table: TableDataset = {
    ...tinyRegression(4),
    targets: Float32Array.of(1, 2, 3, 5),
    values: Float32Array.of(2, -1, 4, -2, Number.NaN, -3, 10, -5),
  };
  const [rising, falling] = datasetStatistics(table).columns;
  expect(rising).toMatchObject({ relation: { value: expect.closeTo(1, 12) } });
  expect(falling).toMatchObject({ relation: { value: expect.closeTo(-1, 12) } });
});

test('copies are counted, those with another target first', () => {
  const table = {
    ...tinyTable(7, [0, 0, 1, 1, 2, 2, 0]),
    values: Float32Array.of(1, 1, 2, 2, 3, 3, 2, 2, 1, 1, 5, 5, 1, 1),
  };
  expect(datasetStatistics(table).duplicates).toEqual({
    ...{ groups: 2, copies: 3, conflicts: 2 },
    examples: [
      { indices: [0, 4, 6], isConflict: true },
      { indices: [1, 3], isConflict: true },
    ],
    near: { groups: 0, copies: 0, compared: 4, isPartial: false, examples: [] },
  });
  const { duplicates } = datasetStatistics(tinyTexts(8));
  expect(duplicates).toMatchObject({ groups: 4, copies: 4, conflicts: 4 });
});

test('nearly equal images are counted apart from equal ones, by their places in the dataset', () => {
  const shown = [
    [0, 90, 10, 200, 40, 250, 30, 120, 60],
    [0, 90, 10, 200, 40, 250, 30, 120, 60],
    [240, 10, 90, 20, 250, 30, 210, 0, 100],
    [2, 91, 8, 201, 39, 251, 28, 121, 61],
  ];
  const whole: ImageDataset = { ...tinyImages(4), images: Uint8Array.from(shown.flat()) };
  const near = { groups: 1, copies: 1, compared: 3, isPartial: false };
  expect(datasetStatistics(whole).duplicates).toMatchObject({
    ...{ groups: 1, copies: 1 },
    near: { ...near, examples: [[0, 3]] },
  });
  const edited = applyEdits(whole, [{ index: 0, isExcluded: true, target: null }]);
  expect(datasetStatistics(edited).duplicates).toMatchObject({
    copies: 0,
    near: { ...near, examples: [[1, 3]] },
  });
  const manyTexts = datasetStatistics(tinyTexts(8));
  expect(manyTexts.duplicates.near).toMatchObject({ copies: 0 });
});

test('images: brightness, what never changes, and the mean of a class', () => {
  const images = Uint8Array.from({ length: 27 }, (_, at) =>
    at % 9 === 4 ? 0 : 10 * (at % 9) + (at > 8 ? 2 : 0),
  );
  const dataset = { ...tinyImages(3), targets: Int32Array.of(0, 1, 1), images };
  const { image } = datasetStatistics({
    ...dataset,
    target: { kind: 'class', name: 'x', labels: ['a', 'b'], counts: [1, 2] },
  });
  expect(image).toMatchObject({ pixels: 9, constantPixels: 1, brightness: { minimum: 320 / 9 } });
  expect(image?.means.map(({ label, count }) => [label, count])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect([...(image?.means[1]?.pixels ?? [])]).toEqual([2, 12, 22, 32, 0, 52, 62, 72, 82]);
});

test('texts: words, and how long', () => {
  const { text } = datasetStatistics(tinyTexts(8));
  expect(text).toMatchObject({
    lengths: { minimum: 0, maximum: 4 },
    words: 18,
    most: expect.arrayContaining([{ term: '나는', count: 2, documents: 2 }]),
    coverage: 1,
  });
});
