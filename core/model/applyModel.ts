/** The forward graph of a model: layers applied in order, with what they asked for on the way. */

import { type LayerPath, layerPlace, tensorName } from '../contract/layerPath.ts';
import { input } from '../graph/ops.ts';
import type { Shape, Tensor } from '../graph/Tensor.ts';
import type { LayerContext, NoiseDistribution } from '../layers/LayerDefinition.ts';
import { layerDefinition } from '../layers/registry.ts';
import { atPlace } from './atPlace.ts';
import type { Model, ModelLayer } from './buildModel.ts';

/**
 * An input of random zeros that whoever runs the program draws: `value` with probability `keep`,
 * else 0.
 */
export interface NoiseInput extends NoiseDistribution {
  /** `2.noise`, after the layer's position. */
  readonly name: string;
  /** Minibatch axis included. */
  readonly shape: Shape;
}

/** What one layer hands on. */
export interface AppliedLayer {
  readonly path: LayerPath;
  readonly layer: ModelLayer;
  /** [N, ...outputShape]. */
  readonly output: Tensor;
}

export interface AppliedModel {
  /** [N, ...outputShape]; logits for a classifier. */
  readonly output: Tensor;
  /** The inputs of the graph, by the model's names. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  readonly buffers: ReadonlyMap<string, Tensor>;
  /** New values of the buffers; empty at inference. */
  readonly bufferUpdates: ReadonlyMap<string, Tensor>;
  readonly noise: readonly NoiseInput[];
  /** In the order in which they are computed: layers that one holds come before it. */
  readonly layers: readonly AppliedLayer[];
}

/**
 * x [N, ...inputShape] → output [N, ...outputShape].
 *
 * Throws StudioError `invalid-experiment` at `model.layers[i]` for a minibatch too small to train
 * on.
 */
export function applyModel(model: Model, x: Tensor, mode: LayerContext['mode']): AppliedModel {
  const declare = (tensors: Model['buffers']) =>
    new Map(tensors.map(({ name, shape }) => [name, input(name, shape)]));
  const parameters = declare(model.parameters);
  const buffers = declare(model.buffers);
  const bufferUpdates = new Map<string, Tensor>();
  const noise: NoiseInput[] = [];
  const applied: AppliedLayer[] = [];

  const contextOf = (path: LayerPath, layers: Model['layers']): LayerContext => ({
    mode,
    parameter: (name) => find(parameters, tensorName(path, name)),
    buffer: (name) => find(buffers, tensorName(path, name)),
    updateBuffer: (name, value) => bufferUpdates.set(tensorName(path, name), value),
    applyInner: (inner) => applyLayers(layers, inner, path),
    noise(shape, distribution) {
      const declared = { name: tensorName(path, 'noise'), shape, ...distribution };
      noise.push(declared);
      return input(declared.name, shape);
    },
  });

  function applyLayers(layers: Model['layers'], before: Tensor, outer: LayerPath): Tensor {
    let y = before;
    for (const [index, layer] of layers.entries()) {
      const path = [...outer, index];
      const definition = layerDefinition(layer.type, layerPlace(path));
      const context = contextOf(path, layer.layers ?? []);
      y = atPlace(layerPlace(path), () => definition.forward(context, y, layer.options));
      applied.push({ path, layer, output: y });
    }
    return y;
  }

  const output = applyLayers(model.layers, x, []);
  return { output, parameters, buffers, bufferUpdates, noise, layers: applied };
}

function find(tensors: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const tensor = tensors.get(name);
  if (!tensor) throw new Error(`The layer declares no tensor "${name}".`);
  return tensor;
}
