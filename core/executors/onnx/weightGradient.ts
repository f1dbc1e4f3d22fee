/**
 * The gradient of a convolution for its weight, in one of two ways.
 *
 * As a matrix product: x is copied once for every place of the window, as that place sees it over
 * all samples, and all copies are multiplied by the output gradient at once. Samples stand in the
 * last axis, so that a copy takes whole rows of all of them.
 *
 * As a Conv in which minibatch and channels change places: the output gradient is the filter, stride
 * and dilation swap, and a row or column too much, where the stride left some input out, is cut off.
 * Its product is only as wide as the window has places, so it is slower, but needs no copies: for
 * strides, groups, and where the copies would be large.
 */
import type { OpOf, Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { Lowering } from './lowerings.ts';

type WeightGradient = Tensor & { readonly op: OpOf<'conv2dWeightGradient'> };

/** 32 MB. */
const MOST_COPIED = 1 << 23;

export const conv2dWeightGradient: Lowering<'conv2dWeightGradient'> = (tensor, context) =>
  (fitsProduct(tensor) ? asProduct : asConvolution)(tensor, context);

function fitsProduct({ op, inputs: [x, g] }: WeightGradient): boolean {
  const { kernel, stride } = op.window;
  const [samples, channels] = x.shape;
  const copied = kernel[0] * kernel[1] * channels * samples * g.shape[2] * g.shape[3];
  return op.groups === 1 && stride.every((size) => size === 1) && copied <= MOST_COPIED;
}

/** [O, places] · [window, C, places]ᵀ, where a place is one of the output's for one sample. */
function asProduct(tensor: WeightGradient, context: LoweringContext): string {
  const { op, shape, inputs } = tensor;
  const { builder, nameOf } = context;
  const [x, g] = inputs;
  const [samples, filters, rows, columns] = g.shape;
  const [, channels] = x.shape;
  const [height, width] = op.window.kernel;
  const places = samples * rows * columns;
  const samplesLast = (name: string) =>
    builder.emit('Transpose', [name], { perm: { ints: [1, 2, 3, 0] } });
  const reshaped = (name: string, sizes: readonly number[]) =>
    builder.emit('Reshape', [name, builder.integers(sizes)]);

  const padded = withPadding(samplesLast(nameOf(x)), op.window.padding, context);
  const copies = Array.from({ length: height * width }, (_, place) => {
    const top = Math.floor(place / width) * op.window.dilation[0];
    const left = (place % width) * op.window.dilation[1];
    const copy = builder.emit('Slice', [
      padded,
      builder.integers([top, left]),
      builder.integers([top + rows, left + columns]),
      builder.integers([1, 2]),
    ]);
    return reshaped(copy, [channels, places]);
  });
  const product = builder.emit(
    'Gemm',
    [
      reshaped(samplesLast(nameOf(g)), [filters, places]),
      builder.emit('Concat', copies, { axis: { int: 0 } }),
    ],
    { transB: { int: 1 } },
  );
  const byPlace = reshaped(product, [filters, height * width, channels]);
  return reshaped(builder.emit('Transpose', [byPlace], { perm: { ints: [0, 2, 1] } }), shape);
}

/** Zeros around the rows and columns of [C, H, W, N]. */
function withPadding(
  name: string,
  [top, left, bottom, right]: readonly number[],
  { builder }: LoweringContext,
): string {
  if (top + left + bottom + right === 0) return name;
  return builder.emit('Pad', [name, builder.integers([0, top, left, 0, 0, bottom, right, 0])]);
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
