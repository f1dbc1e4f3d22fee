/** A bias per filter joins its convolution: Conv adds it while it writes, and takes a ReLU behind it along. */
import type { OpOf, Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { emitConvolution } from './windowLowerings.ts';

/** The name of the fused value, or null where the pattern is another. */
export function fuseConvBias(tensor: Tensor, context: LoweringContext): string | null {
  const found = biasedConvolution(tensor, context);
  if (!found) return null;
  const { convolution, bias } = found;
  return emitConvolution(convolution.op, [...convolution.inputs, bias], context);
}

interface BiasedConvolution {
  readonly convolution: Tensor & { readonly op: OpOf<'conv2d'> };
  /** [O]. */
  readonly bias: Tensor;
}

export function biasedConvolution(
  { op, inputs }: Tensor,
  context: LoweringContext,
): BiasedConvolution | null {
  if (op.kind !== 'add') return null;
  const [left, right] = inputs;
  return withBias(left, right, context) ?? withBias(right, left, context);
}

function withBias(y: Tensor, perFilter: Tensor, context: LoweringContext) {
  if (!isConvolution(y) || perFilter.op.kind !== 'reshape' || !context.isInner(y)) return null;
  const [bias] = perFilter.inputs;
  const [rank, filters] = [perFilter.shape.length, y.shape[1]];
  const isPerFilter = rank === 4 && perFilter.shape[1] === filters && bias.shape.length === 1;
  // As many values as filters: all other axes are 1.
  return isPerFilter && bias.shape[0] === filters ? { convolution: y, bias } : null;
}

const isConvolution = (tensor: Tensor): tensor is Tensor & { readonly op: OpOf<'conv2d'> } =>
  tensor.op.kind === 'conv2d';
