import { layerPlace, tensorName, walkLayers } from '../contract/layerPath.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { prepareInitialization } from '../initializations/prepareInitialization.ts';
import { layerDefinition } from '../layers/registry.ts';
import { randomAt } from '../random/randomAt.ts';
import type { Model } from './buildModel.ts';

const STANDARD: Component = { type: 'Default', options: {} };

/**
 * Parameters and buffers as they are before training, by name: drawn as PyTorch does unless
 * an initialisation for the weights is given.
 *
 * Each parameter draws from a generator of its own, at (seed, 'init', its number in the model), so
 * that a change to one layer leaves the start of those before it as it was. `seed` is unsigned
 * 32-bit. Throws StudioError `invalid-experiment` at `initialization...` for a refused one.
 */
export function initializeModel(
  model: Model,
  seed: number,
  initialization: Component = STANDARD,
): Record<string, Float32Array> {
  const initializerOf = prepareInitialization(initialization);
  const values: Record<string, Float32Array> = {};
  let parameterNumber = 0;
  for (const { layer, path } of walkLayers(model.layers)) {
    const definition = layerDefinition(layer.type, layerPlace(path));
    for (const parameter of definition.parameters?.(layer.options) ?? []) {
      const data = new Float32Array(sizeOf(parameter.shape));
      const random = randomAt({ seed, stream: 'init', index: parameterNumber });
      initializerOf(parameter)(random, data);
      values[tensorName(path, parameter.name)] = data;
      parameterNumber += 1;
    }
    for (const { name, shape, initial } of definition.buffers?.(layer.options) ?? []) {
      values[tensorName(path, name)] = new Float32Array(sizeOf(shape)).fill(initial);
    }
  }
  return values;
}
