/** What can be done to the list of layers: each a recipe for the experiment store. */
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
import type { LayerSpec, OptionValue } from '../../../core/contract/ModelSpec.ts';
import { type DraftExperiment, newLayerKey } from '../../state/experiment.ts';

type Recipe = (draft: DraftExperiment) => void;

export function insertLayer(at: number, layer: LayerSpec, key: string): Recipe {
  return ({ spec, layerKeys }) => {
    spec.model.layers.splice(at, 0, layer);
    layerKeys.splice(at, 0, key);
  };
}

export function removeLayer(at: number): Recipe {
  return ({ spec, layerKeys }) => {
    spec.model.layers.splice(at, 1);
    layerKeys.splice(at, 1);
  };
}

/** `to` is the position in the list without the layer that moves. */
export function moveLayer(from: number, to: number): Recipe {
  return ({ spec, layerKeys }) => {
    const [layer] = spec.model.layers.splice(from, 1);
    const [key] = layerKeys.splice(from, 1);
    if (!layer || key === undefined) return;
    spec.model.layers.splice(to, 0, layer);
    layerKeys.splice(to, 0, key);
  };
}

export function duplicateLayer(at: number): Recipe {
  return (draft) => {
    const layer = draft.spec.model.layers[at];
    if (!layer) return;
    insertLayer(at + 1, { type: layer.type, options: { ...layer.options } }, newLayerKey())(draft);
  };
}

/** Undefined takes the option out, so that it is inferred again. */
export function setLayerOption(at: number, name: string, value: OptionValue | undefined): Recipe {
  return ({ spec }) => {
    const layer = spec.model.layers[at];
    if (!layer) return;
    if (value === undefined) delete layer.options[name];
    else layer.options[name] = value;
  };
}

const STARTING_NODES = 32;

/**
 * A new layer trains as it stands: an option without a default gets a modest value in its range.
 */
export function newLayer({ type, options }: ComponentDescriptor): LayerSpec {
  const required = options.filter(
    (option) => option.default === undefined && !option.inferred && option.kind === 'integer',
  );
  return {
    type,
    options: Object.fromEntries(required.map(({ name }) => [name, STARTING_NODES])),
  };
}
