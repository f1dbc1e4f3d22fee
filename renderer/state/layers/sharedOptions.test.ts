import { expect, test } from 'vitest';
import { catalog } from '../../../core/catalog/catalog.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { setLayersOption } from './layerEdits.ts';
import { sharedOptions } from './sharedOptions.ts';
import { specOf } from './testing/specOf.ts';

const dropout = (options: LayerSpec['options']): LayerSpec => ({ type: 'Dropout', options });
const layers: readonly LayerSpec[] = [
  dropout({ p: 0.2 }),
  { type: 'ReLU', options: {} },
  { type: 'Residual', options: {}, layers: [dropout({ p: 0.5, scaling: 'inverted' })] },
  { type: 'Linear', options: { outFeatures: 8 } },
];
const all = [[0], [1], [2, 0], [3]];

test('layers of a type are found at any depth, and what differs is named', () => {
  const [found, ...others] = sharedOptions(layers, all, catalog.layers);
  expect(others).toEqual([]);
  expect(found?.paths).toEqual([[0], [2, 0]]);
  // The default counts as much as the same value written down.
  expect(found?.options).toEqual({ scaling: 'inverted' });
  expect([...(found?.mixed ?? [])]).toEqual(['p']);
});

test('a layer alone, and one without options, share nothing', () => {
  const relus = [layers[1], layers[1], layers[3]].flatMap((layer) => layer ?? []);
  expect(sharedOptions(relus, [[0], [1], [2]], catalog.layers)).toEqual([]);
});

test('one edit reaches all of them, or takes the option out of all', () => {
  const draft = { spec: specOf(layers.map((layer) => structuredClone(layer))) };
  const paths = [[0], [2, 0]];
  setLayersOption(paths, 'p', 0.3)(draft);
  const [found] = sharedOptions(draft.spec.model.layers, all, catalog.layers);
  expect(found?.options.p).toBe(0.3);
  setLayersOption(paths, 'p', undefined)(draft);
  expect(draft.spec.model.layers[0]?.options).toEqual({});
});
