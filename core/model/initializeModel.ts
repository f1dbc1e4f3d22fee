import { sizeOf } from '../graph/Tensor.ts';
import { layerDefinition } from '../layers/registry.ts';
import { randomAt } from '../random/randomAt.ts';
import type { Model } from './buildModel.ts';

/**
 * Parameters and buffers as they are before training, by name: PyTorch's default initialisation.
 *
 * Each parameter draws from a generator of its own, at (seed, 'init', its number in the model), so
 * that a change to one layer leaves the start of those before it as it was. `seed` is unsigned
 * 32-bit.
 */
export function initializeModel(model: Model, seed: number): Record<string, Float32Array> {
  const values: Record<string, Float32Array> = {};
  let parameterNumber = 0;
  model.layers.forEach(({ type, options }, index) => {
    const definition = layerDefinition(type, `model.layers[${index}]`);
    for (const { name, shape, initialize } of definition.parameters?.(options) ?? []) {
      const data = new Float32Array(sizeOf(shape));
      initialize(randomAt({ seed, stream: 'init', index: parameterNumber }), data);
      values[`${index}.${name}`] = data;
      parameterNumber += 1;
    }
    for (const { name, shape, initial } of definition.buffers?.(options) ?? []) {
      values[`${index}.${name}`] = new Float32Array(sizeOf(shape)).fill(initial);
    }
  });
  return values;
}
