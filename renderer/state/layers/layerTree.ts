/** Lists of layers in a tree, to be read and, in a draft, to be changed. */

import { type LayerPath, layerAt } from '../../../core/contract/layerPath.ts';
import {
  type LayerSpec,
  MOST_LAYERS,
  MOST_NESTED,
  type OptionValue,
} from '../../../core/contract/ModelSpec.ts';
import type { LayerPlace } from './LayerPlace.ts';

type Layers = readonly LayerSpec[];

/** What the block at `parent` holds; the model's own list for []. Undefined where no layer is. */
export function listAt(layers: Layers, parent: LayerPath): Layers | undefined {
  if (parent.length === 0) return layers;
  const block = layerAt(layers, parent);
  return block && (block.layers ?? []);
}

/** The same list of a draft; a block that holds nothing yet gets one. */
export function draftListAt(layers: Layers, parent: LayerPath): LayerSpec[] | undefined {
  if (parent.length === 0) return layers as LayerSpec[];
  const block = layerAt(layers, parent);
  if (!block) return undefined;
  block.layers ??= [];
  return block.layers as LayerSpec[];
}

/** An empty list is no list: the check then says that the block needs a layer. */
export function dropEmptyLists(layers: Layers): void {
  for (const layer of layers) {
    if (layer.layers?.length === 0) delete layer.layers;
    else if (layer.layers) dropEmptyLists(layer.layers);
  }
}

/** Levels of layers inside the layer. */
export function heightOf({ layers }: LayerSpec): number {
  return layers ? 1 + Math.max(0, ...layers.map(heightOf)) : 0;
}

/**
 * Whether the document may hold them there: a list, and the nesting, have their bounds. `leaving`:
 * how many layers go out of that list for it.
 */
export function hasRoom(
  layers: Layers,
  { parent }: LayerPlace,
  added: Layers,
  leaving = 0,
): boolean {
  const list = listAt(layers, parent);
  if (!list || list.length - leaving + added.length > MOST_LAYERS) return false;
  return added.every((layer) => parent.length + heightOf(layer) <= MOST_NESTED);
}

export function copyLayer({ type, options, layers, ...marks }: LayerSpec): LayerSpec {
  return {
    type,
    options: Object.fromEntries(Object.entries(options).map(copyOption)),
    ...(layers && { layers: layers.map(copyLayer) }),
    ...marks,
  };
}

/** Of a draft, too, which structuredClone refuses. */
function copyOption([name, value]: [string, OptionValue]): [string, OptionValue] {
  return [name, Array.isArray(value) ? ([...value] as OptionValue) : value];
}
