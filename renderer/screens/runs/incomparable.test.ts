import { expect, test } from 'vitest';
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
import { SplitSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { Component } from '../../../core/contract/ModelSpec.ts';
import { incomparable } from './incomparable.ts';

const words = { en: '', ko: '' };
const loss = (type: string, name: string, usual: number): ComponentDescriptor => ({
  type,
  family: 'classification',
  summary: words,
  equation: '',
  options: [{ name, kind: 'number', default: usual, label: words, help: words }],
});
const catalog = [loss('CrossEntropyLoss', 'labelSmoothing', 0), loss('HuberLoss', 'delta', 1)];

const run = (
  dataset: string,
  type = 'CrossEntropyLoss',
  options: Component['options'] = {},
  importedHash?: string,
) => ({
  splits: { train: 90, validation: 30, test: 30 },
  dataset: { id: dataset, name: dataset, hash: dataset, ...(importedHash && { importedHash }) },
  spec: { loss: { type, options }, split: SplitSpec.parse({}), seed: 0 },
});

test('runs of one dataset and one loss are comparable, also where a default is written out', () => {
  const runs = [run('iris'), run('iris', 'CrossEntropyLoss', { labelSmoothing: 0 })];
  const nothing = { datasets: [], edited: null, isSplitMixed: false, losses: [] };
  expect(incomparable(runs, catalog)).toEqual(nothing);
  expect(incomparable([], catalog)).toEqual(nothing);
});

test('names each dataset once, in the order of the runs', () => {
  const { datasets, edited, losses } = incomparable(
    [run('iris'), run('digits'), run('iris')],
    catalog,
  );
  expect(datasets.map(({ name }) => name)).toEqual(['iris', 'digits']);
  expect(edited).toBeNull();
  expect(losses).toEqual([]);
});

test('tells a dataset that was edited between runs from two datasets', () => {
  const runs = [run('iris'), run('iris edited', 'CrossEntropyLoss', {}, 'iris')];
  expect(incomparable(runs, catalog)).toMatchObject({ datasets: [], edited: { name: 'iris' } });
});

test('a loss of another type or of other options is another loss', () => {
  const types = incomparable([run('house', 'HuberLoss'), run('house', 'MSELoss')], catalog).losses;
  expect(types.map(({ type }) => type)).toEqual(['HuberLoss', 'MSELoss']);
  const smoothed = run('iris', 'CrossEntropyLoss', { labelSmoothing: 0.1 });
  const options = incomparable([run('iris'), smoothed], catalog).losses;
  expect(options.map(({ changed }) => changed.map(({ name }) => name))).toEqual([
    [],
    ['labelSmoothing'],
  ]);
});

test('another split, or a seed that draws another, validates on other samples', () => {
  const splitBy = (split: Partial<SplitSpec>, seed = 0, validation = 30) => {
    const { spec, ...one } = run('iris');
    const splits = { ...one.splits, validation };
    return { ...one, splits, spec: { ...spec, split: { ...spec.split, ...split }, seed } };
  };
  const isMixed = (...runs: ReturnType<typeof splitBy>[]) =>
    incomparable(runs, catalog).isSplitMixed;
  expect(isMixed(splitBy({}), splitBy({}, 1))).toBe(true);
  expect(isMixed(splitBy({}), splitBy({ validation: 0.3 }, 0, 45))).toBe(true);
  expect(isMixed(splitBy({}), splitBy({ stratified: false }))).toBe(true);
  const ordered = { method: 'ordered', column: 'day' } as const;
  expect(isMixed(splitBy(ordered), splitBy({ ...ordered, column: 'hour' }))).toBe(true);

  // A seed draws no ordered split, and shares that come to the same samples are one split.
  expect(isMixed(splitBy(ordered), splitBy(ordered, 1))).toBe(false);
  expect(isMixed(splitBy({}), splitBy({ test: 0.1 }))).toBe(false);
  // Two datasets are enough to say.
  const digits = run('digits');
  expect(incomparable([splitBy({}, 1), digits], catalog).isSplitMixed).toBe(false);
  // A run that has not begun is not validated on anything yet.
  const waiting = { ...splitBy({}, 1), splits: null };
  expect(incomparable([splitBy({}), waiting], catalog).isSplitMixed).toBe(false);
});
