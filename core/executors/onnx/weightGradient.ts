/**
 * The gradient of a convolution for its weight, in one of two ways.
 *
 * As a matrix product of the output gradient and the copies of windowCopies.ts.
 *
 * As a Conv in which minibatch and channels change places: the output gradient is the filter, stride
 * and dilation swap, and a row or column too much, where the stride left some input out, is cut off.
 * Its product is only as wide as the window has places, so it is slower, but needs no copies: for
 * strides, groups, and where the copies would be large.
 */
import type { Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { Lowering } from './lowerings.ts';
import { convolved, fitsProduct, type WeightGradient, windowCopies } from './windowCopies.ts';

export const conv2dWeightGradient: Lowering<'conv2dWeightGradient'> = (tensor, context) =>
  (fitsProduct(convolved(tensor), context.trained) ? asProduct : asConvolution)(tensor, context);

/**
 * ([C · window, places] · [O, places]ᵀ)ᵀ, where a place is one of the output's for one sample: the
 * runtime copies the second factor into an order of its own, so it is the smaller one.
 */
function asProduct(tensor: WeightGradient, context: LoweringContext): string {
  const { builder, samplesLastOf } = context;
  const [x, g] = tensor.inputs;
  const [samples, filters, rows, columns] = g.shape;
  const copies = windowCopies(samplesLastOf(x), convolved(tensor), builder);
  const sizes = builder.integers([filters, rows * columns * samples]);
  const given = builder.emit('Reshape', [samplesLastOf(g), sizes]);
  const product = builder.emit('Gemm', [copies, given], { transB: { int: 1 } });
  const byFilter = builder.emit('Transpose', [product], { perm: { ints: [1, 0] } });
  return builder.emit('Reshape', [byFilter, builder.integers(tensor.shape)]);
}

function asConvolution(tensor: WeightGradient, context: LoweringContext): string {
  const { op, inputs } = tensor;
  const { builder, nameOf } = context;
  const [x, g] = inputs;
  const swapped = builder.emit(
    'Conv',
    [groupsBeforeSamples(x, op.groups, context), channelsFirst(nameOf(g), context)],
    {
      kernel_shape: { ints: g.shape.slice(2) },
      strides: { ints: op.window.dilation },
      dilations: { ints: op.window.stride },
      pads: { ints: op.window.padding },
      group: { int: op.groups },
    },
  );
  const cut = builder.emit('Slice', [
    swapped,
    builder.integers([0, 0]),
    builder.integers(op.window.kernel),
    builder.integers([2, 3]),
  ]);
  return channelsFirst(isCut(tensor) ? cut : swapped, context);
}

/** Whether the last step of the stride leaves rows or columns of the padded input out. */
function isCut({ op, inputs: [x, g] }: WeightGradient) {
  const { stride, dilation, kernel, padding } = op.window;
  return ([0, 1] as const).some((axis) => {
    const padded = x.shape[axis + 2] + padding[axis] + padding[axis + 2];
    const span = (g.shape[axis + 2] - 1) * stride[axis] + 1;
    return Math.floor((padded - span) / dilation[axis]) + 1 > kernel[axis];
  });
}

const channelsFirst = (name: string, { builder }: LoweringContext) =>
  builder.emit('Transpose', [name], { perm: { ints: [1, 0, 2, 3] } });

/** [N, groups · C, H, W] → [C, groups · N, H, W]: what a grouped Conv takes as its channels. */
function groupsBeforeSamples(x: Tensor, groups: number, context: LoweringContext): string {
  const { builder, nameOf } = context;
  if (groups === 1) return channelsFirst(nameOf(x), context);
  const [samples, channels, height, width] = x.shape;
  const inGroups = [samples, groups, channels / groups, height, width];
  const apart = builder.emit('Reshape', [nameOf(x), builder.integers(inGroups)]);
  const turned = builder.emit('Transpose', [apart], { perm: { ints: [2, 1, 0, 3, 4] } });
  const together = [channels / groups, groups * samples, height, width];
  return builder.emit('Reshape', [turned, builder.integers(together)]);
}
