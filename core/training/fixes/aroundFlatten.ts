/**
 * What needs an image stands behind the layer that took it apart: that layer goes where another one
 * does its work further on, or what needs the image moves in front of it, alone or with the block it
 * stands in.
 */
import { type LayerPath, layerAt } from '../../contract/layerPath.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';
import type { SpecEdit, SpecFix } from '../../contract/SpecEdit.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import { moveBeforeWords, removeWords } from './words.ts';

type Layers = readonly LayerSpec[];

/** Of the layer at `path` and the blocks around it, the innermost first. */
export function aroundFlatten(path: LayerPath, layers: Layers): SpecFix[] {
  const places = path.map((_, depth) => path.slice(0, path.length - depth));
  return places.flatMap((place) => fixesAt(place, layers));
}

function fixesAt(path: LayerPath, layers: Layers): SpecFix[] {
  const outer = path.slice(0, -1);
  const list = outer.length === 0 ? layers : (layerAt(layers, outer)?.layers ?? []);
  const own = path.at(-1) ?? 0;
  const layer = list[own];
  const at = list.slice(0, own).findLastIndex(isFlatten);
  if (!layer || at < 0) return [];
  const flatten = [...outer, at];
  const removal: SpecFix = {
    label: removeWords('Flatten'),
    edits: [{ edit: 'removeLayer', path: flatten }],
  };
  const label = moveBeforeWords(layer.type, 'Flatten');
  const move = (moved: LayerSpec): SpecEdit[] => [
    { edit: 'removeLayer', path: [...path] },
    { edit: 'insertLayer', path: flatten, layer: moved },
  ];
  // Sizes that were written down for what arrived before follow from what arrives now.
  const free = inferredOf(layer).reduce(withoutOption, layer);
  const fed = list.findIndex(
    (one, index) => index > at && index < own && inferredOf(one).length > 0,
  );
  const resets = (list[fed] ? inferredOf(list[fed]) : []).map(
    (name): SpecEdit => ({ edit: 'setLayerOption', path: [...outer, fed], name, value: null }),
  );
  return [
    ...(list.slice(own + 1).some(isFlatten) ? [removal] : []),
    { label, edits: move(layer) },
    ...(free === layer ? [] : [{ label, edits: move(free) }]),
    ...(resets.length === 0 ? [] : [{ label, edits: [...resets, ...move(free)] }]),
  ];
}

const isFlatten = ({ type }: LayerSpec) => type === 'Flatten';

/** Names of its options that could be left out, and are not. */
function inferredOf({ type, options }: LayerSpec): string[] {
  const definition = layerDefinitions.find(({ descriptor }) => descriptor.type === type);
  return (definition?.descriptor.options ?? [])
    .filter(({ name, inferred }) => inferred && Object.hasOwn(options, name))
    .map(({ name }) => name);
}

function withoutOption(layer: LayerSpec, name: string): LayerSpec {
  const { [name]: _, ...options } = layer.options;
  return { ...layer, options };
}
