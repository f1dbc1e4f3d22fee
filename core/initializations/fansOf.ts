import { type Shape, sizeOf } from '../graph/Tensor.ts';

/** How many products an output sums (`in`), and in how many outputs an input takes part (`out`). */
export interface Fans {
  readonly in: number;
  readonly out: number;
}

/**
 * Of a weight [outputs, inputs, ...kernel]: inputs · |kernel| and outputs · |kernel|, as PyTorch
 * counts them; the inputs of a grouped convolution are those of one group.
 */
export function fansOf([outputs, inputs, ...kernel]: Shape): Fans {
  const size = sizeOf(kernel);
  return { in: inputs * size, out: outputs * size };
}
