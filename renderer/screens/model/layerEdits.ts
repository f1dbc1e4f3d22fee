/** What can be done to the list of layers: each a recipe for the experiment store. */
import type { ComponentDescriptor, OptionDescriptor } from '../../../core/contract/Catalog.ts';
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
    insertLayer(at + 1, copyLayer(layer), newLayerKey())(draft);
  };
}

function copyLayer({ type, options, layers }: LayerSpec): LayerSpec {
  const copy = { type, options: { ...options } };
  return layers ? { ...copy, layers: layers.map(copyLayer) } : copy;
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

/** By the kind of an option that must be given. */
const startingValues: Partial<Record<OptionDescriptor['kind'], number>> = { integer: 32, size: 3 };

/**
 * A new layer trains as it stands: an option without a default gets a modest value in its range.
 */
export function newLayer({ type, options }: ComponentDescriptor): LayerSpec {
  const required = options.flatMap(({ name, kind, default: usual, inferred }) => {
    const value = usual === undefined && !inferred ? startingValues[kind] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { type, options: Object.fromEntries(required) };
}
