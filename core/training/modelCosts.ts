/** What training will take of the memory, and of the processor, from sizes alone: of what is known. */
import type {
  CostShares,
  ExperimentReport,
  LayerReport,
  MemoryEstimate,
} from '../contract/ExperimentReport.ts';
import { sizeOf } from '../graph/Tensor.ts';

const BYTES = 4;

export interface ModelCosts {
  /**
   * With their shares and bytes, those inside others, too: the bytes add up to the total without
   * the minibatch itself. Null for those whose shape is unknown.
   */
  readonly layers: LayerReport[];
  /** For one sample on its way forward. */
  readonly multiplyAdds: number;
  readonly memory: MemoryEstimate;
  readonly partial: ExperimentReport['partial'];
}

/**
 * Bytes of float32 values: parameters and buffers, a gradient for each parameter, the optimizer's
 * slots, and every layer's output of one minibatch twice, for the values and their gradients. An
 * executor shares some of that and adds buffers of its own, so it is an estimate.
 *
 * Layers of unknown shape are left out of all sums, and `slots` null, where the optimizer is
 * refused, what it remembers; `partial` says so. Null where no shape is known, or there is no layer.
 */
export function modelCosts(
  layers: readonly LayerReport[],
  slots: number | null,
  batchSize: number,
): ModelCosts | null {
  const isKnown = ({ outputShape, layers: inner }: LayerReport): boolean =>
    outputShape !== null || (inner?.some(isKnown) ?? false);
  if (!layers.some(isKnown)) return null;
  const bytes = layers.map((layer) => bytesOf(layer, slots ?? 0, batchSize));
  const multiplyAdds = layers.reduce((total, layer) => total + layer.multiplyAdds, 0);
  const input = BYTES * batchSize * sizeOf(layers[0]?.inputShape ?? []);
  const total = (part: keyof Bytes) => bytes.reduce((sum, one) => sum + one[part], 0);
  const parts = {
    weights: total('weights'),
    gradients: total('gradients'),
    optimizer: total('optimizer'),
    activations: input + total('activations'),
  };
  const memoryOf = (layer: LayerReport) => sumOf(bytesOf(layer, slots ?? 0, batchSize));
  const whole = {
    parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
    multiplyAdds,
    memory: layers.reduce((sum, layer) => sum + memoryOf(layer), 0),
  };
  const withCosts = (layer: LayerReport): LayerReport => {
    const inner = layer.layers && { layers: layer.layers.map(withCosts) };
    if (!isKnown(layer)) return { ...layer, ...inner };
    const memory = memoryOf(layer);
    const shares = sharesOf({ ...layer, memory }, whole);
    return { ...layer, memory, shares, ...inner };
  };
  const leavesOut = layers.some(({ outputShape }) => outputShape === null);
  return {
    layers: layers.map(withCosts),
    multiplyAdds,
    memory: { ...parts, total: sumOf(parts) },
    partial: { layers: leavesOut, memory: leavesOut || slots === null },
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
