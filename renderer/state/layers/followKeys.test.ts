import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { followKeys, freshKeys } from './followKeys.ts';
import type { LayerKeys } from './LayerKeys.ts';
import { insertLayers, moveLayers, setLayerOption, wrapLayers } from './layerEdits.ts';
import { pathsOfKeys } from './pathsOfKeys.ts';
import { layersOf } from './testing/outline.ts';
import { specOf } from './testing/specOf.ts';

const spec = specOf(layersOf('A R(B C) D'));
const keys = freshKeys(spec.model.layers);
const keyOf = (all: LayerKeys, place: string) =>
  [...pathsOfKeys(all)].find(([, path]) => path.join('.') === place)?.[0];

function after(recipe: Parameters<typeof produce>[1]): LayerKeys {
  const next = produce({ spec }, recipe as never) as { spec: { model: { layers: LayerSpec[] } } };
  return followKeys(spec.model.layers, keys, next.spec.model.layers);
}

test('a layer keeps its key wherever it is moved', () => {
  const moved = after(moveLayers([[0]], { parent: [1], index: 1 }) as never);
  expect(keyOf(moved, '0.1')).toBe(keyOf(keys, '0'));
  expect(keyOf(moved, '0')).toBe(keyOf(keys, '1'));
  expect(keyOf(moved, '0.2')).toBe(keyOf(keys, '1.1'));
});

test('a layer that was edited, or wrapped, is the same one; a new one is not', () => {
  const edited = after(setLayerOption([1, 0], 'p', 1) as never);
  expect(edited).toEqual(keys);
  const wrapped = after(wrapLayers([[2]], 'R') as never);
  expect(keyOf(wrapped, '2.0')).toBe(keyOf(keys, '2'));
  const added = after(insertLayers({ parent: [], index: 0 }, layersOf('A')) as never);
  expect(keyOf(added, '1')).toBe(keyOf(keys, '0'));
  expect([...pathsOfKeys(keys).keys()]).not.toContain(keyOf(added, '0'));
});

test('equal layers, as undoing makes them, are the ones they equal', () => {
  const copies = JSON.parse(JSON.stringify(spec.model.layers)) as LayerSpec[];
  expect(followKeys(spec.model.layers, keys, copies)).toEqual(keys);
  expect(followKeys(spec.model.layers, keys, spec.model.layers)).toEqual(keys);
});
