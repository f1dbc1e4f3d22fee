/** What training will take of the memory, and of the processor, from sizes alone. */
import type { CostShares, LayerReport, MemoryEstimate } from '../contract/ExperimentReport.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';

const BYTES = 4;

export interface ModelCosts {
  /**
   * With their shares and bytes, those inside others, too: the bytes add up to the total without
   * the minibatch itself.
   */
  readonly layers: LayerReport[];
  /** For one sample on its way forward. */
  readonly multiplyAdds: number;
  readonly memory: MemoryEstimate;
}

/**
 * Bytes of float32 values: parameters and buffers, a gradient for each parameter, the optimizer's
 * slots, and every layer's output of one minibatch twice, for the values and their gradients. An
 * executor shares some of that and adds buffers of its own, so it is an estimate. Null while a shape
 * is unknown, or there is no layer.
 *
 * Throws StudioError `invalid-experiment` for refused options of the optimizer.
 */
export function modelCosts(
  layers: readonly LayerReport[],
  optimizer: Component,
  batchSize: number,
): ModelCosts | null {
  const { definition, options } = prepareOptimizer(optimizer);
  const isKnown = layers.every(({ inputShape, outputShape }) => inputShape && outputShape);
  if (!isKnown || layers.length === 0) return null;
  const slots = definition.slots(options).length;
  const bytes = layers.map((layer) => bytesOf(layer, slots, batchSize));
  const multiplyAdds = layers.reduce((total, layer) => total + layer.multiplyAdds, 0);
  const input = BYTES * batchSize * sizeOf(layers[0]?.inputShape ?? []);
  const total = (part: keyof Bytes) => bytes.reduce((sum, one) => sum + one[part], 0);
  const parts = {
    weights: total('weights'),
    gradients: total('gradients'),
    optimizer: total('optimizer'),
    activations: input + total('activations'),
  };
  const memoryOf = (layer: LayerReport) => sumOf(bytesOf(layer, slots, batchSize));
  const whole = {
    parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
    multiplyAdds,
    memory: layers.reduce((sum, layer) => sum + memoryOf(layer), 0),
  };
  const withCosts = (layer: LayerReport): LayerReport => {
    const memory = memoryOf(layer);
    const shares = sharesOf({ ...layer, memory }, whole);
    return {
      ...layer,
      memory,
      shares,
      ...(layer.layers && { layers: layer.layers.map(withCosts) }),
    };
  };
  return {
    layers: layers.map(withCosts),
    multiplyAdds,
    memory: { ...parts, total: sumOf(parts) },
  };
}

type Costs = Record<keyof CostShares, number>;

function sharesOf(costs: Costs, whole: Costs): CostShares {
  const shareOf = (cost: keyof Costs) => (whole[cost] === 0 ? null : costs[cost] / whole[cost]);
  return {
    parameters: shareOf('parameters'),
    multiplyAdds: shareOf('multiplyAdds'),
    memory: shareOf('memory'),
  };
}

type Bytes = Omit<MemoryEstimate, 'total'>;

function bytesOf(
  { parameters, bufferValues, activationValues }: LayerReport,
  slots: number,
  batchSize: number,
): Bytes {
  return {
    weights: BYTES * (parameters + bufferValues),
    gradients: BYTES * parameters,
    optimizer: BYTES * parameters * slots,
    activations: 2 * BYTES * batchSize * activationValues,
  };
}

const sumOf = (bytes: Bytes) => Object.values(bytes).reduce((sum, one) => sum + one, 0);
