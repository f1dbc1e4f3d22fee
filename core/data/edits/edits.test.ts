import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SampleEdit } from '../../contract/SampleEdit.ts';
import { datasetHash } from '../datasetHash.ts';
import { scanLeakage } from '../leakage/scanLeakage.ts';
import { sealHash } from '../sealHash.ts';
import { drawSplits } from '../splits/drawSplits.ts';
import { datasetStatistics } from '../statistics/datasetStatistics.ts';
import { tinyImages, tinyRegression, tinyTable, tinyTexts } from '../testing/tinyDatasets.ts';
import { textsOf } from '../text/textsOf.ts';
import { applyEdits } from './applyEdits.ts';
import { brokenSeals } from './brokenSeals.ts';
import { canonicalEdits } from './canonicalEdits.ts';
import { editedHash } from './editedHash.ts';
import { editOf } from './editOf.ts';
import { withoutExcluded } from './withoutExcluded.ts';

const excluded = (index: number): SampleEdit => ({ index, isExcluded: true, target: null });
const labelled = (index: number, target: number): SampleEdit => ({
  index,
  isExcluded: false,
  target,
});
const wish = {
  split: { validation: 0.2, test: 0.2, stratified: true, method: 'random' as const },
  seed: 1,
  preprocessing: {
    normalization: 'none' as const,
    excludedColumns: [],
    missingNumbers: 'mean' as const,
    missingCategories: 'ownCategory' as const,
  },
};

test('edits are sorted, those that change nothing go, and the hash knows no order', () => {
  const table = tinyTable(9);
  const edits = canonicalEdits(table, [excluded(7), labelled(4, 1), labelled(2, 0)]);
  expect(edits).toEqual([labelled(2, 0), excluded(7)]);
  const hash = datasetHash(table);
  const same = canonicalEdits(table, [labelled(2, 0), excluded(7)]);
  expect(editedHash(hash, edits)).toBe(editedHash(hash, same));
  expect(editedHash(hash, [])).toBe(hash);
  expect(editedHash(hash, edits.slice(1))).not.toBe(editedHash(hash, edits));
});

test('numbers are what the dataset can hold', () => {
  const numbers = tinyRegression(8);
  expect(canonicalEdits(numbers, [labelled(1, 0.1)])).toEqual([labelled(1, Math.fround(0.1))]);
  expect(() => canonicalEdits(numbers, [labelled(1, Number.POSITIVE_INFINITY)])).toThrow(
    'Infinity cannot be a target of this dataset.',
  );
  expect(() => canonicalEdits(tinyTable(3), [labelled(1, 3)])).toThrow('3 cannot be a target');
  expect(() => canonicalEdits(numbers, [excluded(8)])).toThrow(
    'Sample 8 is not in the dataset, which has 8 samples.',
  );
});

test('counts, range and single samples are as edited, and what was imported is untouched', () => {
  const table = tinyTable(9);
  const edited = applyEdits(table, [labelled(0, 2), excluded(1)]);
  expect(edited.target).toMatchObject({ counts: [2, 2, 4] });
  expect(table.target).toMatchObject({ counts: [3, 3, 3] });
  expect(table.targets[0]).toBe(0);
  expect([0, 1, 2].map((index) => editOf(edited, index))).toEqual([
    labelled(0, 2),
    excluded(1),
    null,
  ]);
  const numbers = applyEdits(tinyRegression(8), [labelled(0, -3), excluded(7)]);
  expect(numbers.target).toMatchObject({ minimum: -3, maximum: 1.5 });
});

test.each([tinyTable(12), tinyImages(12), tinyTexts(12)])(
  '$kind without what is excluded',
  (whole) => {
    const { dataset, placeOf } = withoutExcluded(applyEdits(whole, [excluded(0), excluded(5)]));
    expect(dataset.samples).toBe(10);
    expect(dataset.overlay).toBeUndefined();
    expect([0, 3, 4, 9].map(placeOf)).toEqual([1, 4, 6, 11]);
    expect(dataset.targets[4]).toBe(whole.targets[6]);
    if (dataset.kind === 'text' && whole.kind === 'text') {
      expect(textsOf(dataset).at(4)).toBe(textsOf(whole).at(6));
    }
    if (dataset.kind === 'image' && whole.kind === 'image') {
      expect(dataset.images.slice(36, 45)).toEqual(whole.images.slice(54, 63));
    }
  },
);

test('whatever is edited, every other sample stays in its split', () => {
  const table = tinyTable(60);
  const before = drawSplits(table, wish);
  const anyEdit = fc.record({
    index: fc.integer({ min: 0, max: 59 }),
    isExcluded: fc.boolean(),
    target: fc.option(fc.integer({ min: 0, max: 2 })),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyEdit, { selector: ({ index }) => index }), (wished) => {
      const edits = canonicalEdits(table, wished);
      const gone = new Set(edits.filter(({ isExcluded }) => isExcluded).map(({ index }) => index));
      const after = drawSplits(applyEdits(table, edits), wish);
      for (const part of ['train', 'validation', 'test'] as const) {
        expect(after[part]).toEqual(before[part].filter((index) => !gone.has(index)));
      }
    }),
  );
});

test('statistics and the scanner name samples by their places in the whole dataset', async () => {
  const table = tinyTable(40);
  table.values.set(table.values.slice(2 * 38), 2 * 36);
  const edited = applyEdits(table, [excluded(0), excluded(1), labelled(38, 2)]);
  const { samples, duplicates } = datasetStatistics(edited);
  expect(samples).toBe(38);
  expect(duplicates.examples.map(({ indices }) => indices)).toEqual([
    [36, 38],
    [37, 39],
  ]);
  const report = await scanLeakage({
    dataset: edited,
    splits: {
      train: Int32Array.from({ length: 35 }, (_, index) => index + 2),
      validation: Int32Array.of(37, 38),
      test: Int32Array.of(39),
    },
    split: wish.split,
    excludedColumns: [],
  });
  expect(report.samples).toBe(38);
  const copies = report.findings.find(({ kind }) => kind === 'copies');
  expect(copies?.groups).toEqual([
    [
      { index: 36, split: 'train' },
      { index: 38, split: 'validation' },
    ],
    [
      { index: 37, split: 'validation' },
      { index: 39, split: 'test' },
    ],
  ]);
});

test('a seal is broken by an edit of one of its samples, and only once', () => {
  const table = tinyTable(60);
  const { test: sealed, train } = drawSplits(table, wish);
  const seal = sealHash(table, sealed) ?? '';
  const splits = [{ wish, seal }];
  expect(brokenSeals(table, [train[0]], splits).samples).toEqual([]);
  expect(brokenSeals(table, [train[0], sealed[0]], splits)).toEqual({
    samples: [sealed[0]],
    seals: [seal],
  });
  const edited = applyEdits(table, [excluded(sealed[0])]);
  expect(brokenSeals(edited, [sealed[1]], splits).samples).toEqual([]);
});
