/** A bias per filter joins its convolution: Conv adds it while it writes, and takes a ReLU behind it along. */
import type { Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { emitConvolution } from './windowLowerings.ts';

/** The name of the fused value, or null where the pattern is another. */
export function fuseConvBias(tensor: Tensor, context: LoweringContext): string | null {
  if (tensor.op.kind !== 'add') return null;
  const [left, right] = tensor.inputs;
  return withBias(left, right, context) ?? withBias(right, left, context);
}

function withBias(y: Tensor, perFilter: Tensor, context: LoweringContext): string | null {
  if (y.op.kind !== 'conv2d' || perFilter.op.kind !== 'reshape' || !context.isInner(y)) return null;
  const [bias] = perFilter.inputs;
  const [rank, filters] = [perFilter.shape.length, y.shape[1]];
  const isPerFilter = rank === 4 && perFilter.shape[1] === filters && bias.shape.length === 1;
  // As many values as filters: all other axes are 1.
  if (!isPerFilter || bias.shape[0] !== filters) return null;
  return emitConvolution(y.op, [...y.inputs, bias], context);
}
