/** What training will take of the memory, from sizes alone. */
import type { LayerReport, MemoryEstimate } from '../contract/ExperimentReport.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';

const BYTES = 4;

/**
 * Bytes of float32 values: parameters and buffers, a gradient for each parameter, the optimizer's
 * slots, and every layer's output of one minibatch twice, for the values and their gradients. An
 * executor shares some of that and adds buffers of its own, so it is an estimate. Null while a shape
 * is unknown.
 *
 * Throws StudioError `invalid-experiment` for refused options of the optimizer.
 */
export function estimateMemory(
  layers: readonly LayerReport[],
  optimizer: Component,
  batchSize: number,
): MemoryEstimate | null {
  const { definition, options } = prepareOptimizer(optimizer);
  let [parameters, buffers, values] = [0, 0, 0];
  for (const layer of layers) {
    if (!layer.outputShape || !layer.inputShape) return null;
    parameters += layer.parameters;
    buffers += layer.bufferValues;
    values += sizeOf(layer.outputShape);
  }
  const input = sizeOf(layers[0]?.inputShape ?? []);
  const estimate = {
    weights: BYTES * (parameters + buffers),
    gradients: BYTES * parameters,
    optimizer: BYTES * parameters * definition.slots(options).length,
    activations: BYTES * batchSize * (input + 2 * values),
  };
  return { ...estimate, total: Object.values(estimate).reduce((sum, bytes) => sum + bytes, 0) };
}
