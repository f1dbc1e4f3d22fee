import { oneHot, reshape } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';

/**
 * The target in the shape of the output, for losses that compare the two number by number.
 *
 * output [N, K] with class indices [N] → one-hot rows [N, K]; output [N, 1] with numbers [N] → the
 * numbers as a column.
 */
export function expectedRows(output: Tensor, target: Tensor): Tensor {
  return target.dtype === 'int' ? oneHot(target, output.shape[1]) : reshape(target, output.shape);
}
