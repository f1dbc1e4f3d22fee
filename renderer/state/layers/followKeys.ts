/**
 * Which layer is which after a change of the document.
 *
 * Layers that a change leaves alone are the same objects; undoing gives equal ones. What remains was
 * edited: it is the layer that stood in its place, else the next of its type without a successor.
 */

import { type LayerPath, walkLayers } from '../../../core/contract/layerPath.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { keyAt } from './keyAt.ts';
import type { LayerKeys } from './LayerKeys.ts';

interface PlacedLayer {
  readonly layer: LayerSpec;
  readonly path: LayerPath;
}

interface KeyedLayer extends PlacedLayer {
  readonly key: string;
}

let nextKey = 0;

function newKey(): string {
  nextKey += 1;
  return `layer-${nextKey}`;
}

export function freshKeys(layers: readonly LayerSpec[]): LayerKeys {
  return keysOf(layers, newKey);
}

export function followKeys(
  before: readonly LayerSpec[],
  keys: LayerKeys,
  after: readonly LayerSpec[],
): LayerKeys {
  if (before === after) return { layerKeys: keys.layerKeys, innerKeys: keys.innerKeys };
  const old = [...walkLayers(before)].flatMap((placed): KeyedLayer[] => {
    const key = keyAt(keys, placed.path);
    return key === undefined ? [] : [{ ...placed, key }];
  });
  const found = new Map<LayerSpec, string>();
  let [lost, unknown]: [KeyedLayer[], PlacedLayer[]] = [old, [...walkLayers(after)]];
  const match = (trait: (one: PlacedLayer) => unknown) => {
    const byTrait = grouped(lost, trait);
    const taken = new Set<string>();
    unknown = unknown.filter((placed) => {
      const successor = byTrait.get(trait(placed))?.shift();
      if (!successor) return true;
      found.set(placed.layer, successor.key);
      taken.add(successor.key);
      return false;
    });
    lost = lost.filter(({ key }) => !taken.has(key));
  };
  match(({ layer }) => layer);
  match(({ layer }) => JSON.stringify(layer));
  match(({ layer, path }) => `${layer.type} ${path.join('.')}`);
  match(({ layer }) => layer.type);
  return keysOf(after, (layer) => found.get(layer) ?? newKey());
}

function grouped<T>(list: readonly T[], trait: (one: T) => unknown): Map<unknown, T[]> {
  const groups = new Map<unknown, T[]>();
  for (const one of list) {
    const group = groups.get(trait(one));
    if (group) group.push(one);
    else groups.set(trait(one), [one]);
  }
  return groups;
}

function keysOf(layers: readonly LayerSpec[], keyOf: (layer: LayerSpec) => string): LayerKeys {
  const innerKeys: Record<string, readonly string[]> = {};
  const listOf = (list: readonly LayerSpec[]): string[] =>
    list.map((layer) => {
      const key = keyOf(layer);
      if (layer.layers) innerKeys[key] = listOf(layer.layers);
      return key;
    });
  return { layerKeys: listOf(layers), innerKeys };
}
