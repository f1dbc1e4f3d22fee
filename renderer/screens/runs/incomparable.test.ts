import { expect, test } from 'vitest';
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
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
  dataset: { id: dataset, name: dataset, hash: dataset, ...(importedHash && { importedHash }) },
  spec: { loss: { type, options } },
});

test('runs of one dataset and one loss are comparable, also where a default is written out', () => {
  const runs = [run('iris'), run('iris', 'CrossEntropyLoss', { labelSmoothing: 0 })];
  expect(incomparable(runs, catalog)).toEqual({ datasets: [], edited: null, losses: [] });
  expect(incomparable([], catalog)).toEqual({ datasets: [], edited: null, losses: [] });
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
