import type { LayerSpec, ModelSpec } from '../contract/ModelSpec.ts';
import type { Model, ModelLayer } from './buildModel.ts';

/** The layers of a model written out in full: built again, they give the same model. */
export function modelSpecOf(model: Model): ModelSpec {
  return { layers: model.layers.map(layerSpecOf) };
}

function layerSpecOf({ type, options, layers }: ModelLayer): LayerSpec {
  const spec = { type, options: { ...options } };
  return layers ? { ...spec, layers: layers.map(layerSpecOf) } : spec;
}
