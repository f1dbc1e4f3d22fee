/**
 * Convolutions and pools. ONNX has no gradients, but other convolutions that compute them.
 *
 * For the input it is ConvTranspose. For the weight it is a Conv in which minibatch and channels
 * change places: the output gradient is the filter, stride and dilation swap, and a row or column
 * too much, where the stride left some input out, is cut off.
 */
import type { ConvolutionKind, OpOf, Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { Lowering } from './lowerings.ts';
import type { OnnxAttribute } from './OnnxGraph.ts';

/** onnx.TensorProto.DataType. */
const INT32 = 6;

type Attributes = Readonly<Record<string, OnnxAttribute>>;

function windowAttributes({ stride, dilation, padding }: Window2d): Attributes {
  return {
    strides: { ints: stride },
    dilations: { ints: dilation },
    pads: { ints: padding },
  };
}

function convolutionAttributes({ window, groups }: OpOf<ConvolutionKind>): Attributes {
  const kernel = { kernel_shape: { ints: window.kernel }, group: { int: groups } };
  return { ...windowAttributes(window), ...kernel };
}

/** Inputs: x, weight and, where there is one, bias. */
export function emitConvolution(
  op: OpOf<'conv2d'>,
  inputs: readonly Tensor[],
  { builder, nameOf }: LoweringContext,
): string {
  return builder.emit('Conv', inputs.map(nameOf), convolutionAttributes(op));
}

const conv2d: Lowering<'conv2d'> = ({ op, inputs }, context) =>
  emitConvolution(op, inputs, context);

const conv2dInputGradient: Lowering<'conv2dInputGradient'> = (
  { op, shape, inputs: [g, weight] },
  { builder, nameOf },
) => {
  const missing = ([0, 1] as const).map((axis) => {
    const { stride, dilation, kernel, padding } = op.window;
    const span = (g.shape[axis + 2] - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1;
    return shape[axis + 2] + padding[axis] + padding[axis + 2] - span;
  });
  return builder.emit('ConvTranspose', [nameOf(g), nameOf(weight)], {
    ...convolutionAttributes(op),
    output_padding: { ints: missing },
  });
};

const conv2dWeightGradient: Lowering<'conv2dWeightGradient'> = (tensor, context) => {
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
};

/** Whether the last step of the stride leaves rows or columns of the padded input out. */
function isCut({ op, inputs: [x, g] }: Tensor & { readonly op: OpOf<'conv2dWeightGradient'> }) {
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

/** x and the window over it as ONNX Runtime takes them: no padding is as large as the window. */
function asAccepted(
  x: string,
  window: Window2d,
  { builder }: LoweringContext,
): { readonly x: string; readonly attributes: Attributes; readonly isPadded: boolean } {
  const kernel = { kernel_shape: { ints: window.kernel } };
  if (window.padding.every((size, side) => size < window.kernel[side % 2])) {
    return { x, attributes: { ...kernel, ...windowAttributes(window) }, isPadded: false };
  }
  const [top, left, bottom, right] = window.padding;
  const padded = builder.emit('Pad', [
    x,
    builder.integers([0, 0, top, left, 0, 0, bottom, right]),
    builder.constant('float32', [], [Number.NEGATIVE_INFINITY]),
  ]);
  const bare = windowAttributes({ ...window, padding: [0, 0, 0, 0] });
  return { x: padded, attributes: { ...kernel, ...bare }, isPadded: true };
}

/** Values alone: a pool that also gives indices takes twenty times as long. */
export function maxPool(name: string, window: Window2d, context: LoweringContext): string {
  const { x, attributes } = asAccepted(name, window, context);
  return context.builder.emit('MaxPool', [x], attributes);
}

const maxPool2d: Lowering<'maxPool2d'> = ({ op, inputs: [x] }, context) =>
  maxPool(context.nameOf(x), op.window, context);

const maxPool2dIndices: Lowering<'maxPool2dIndices'> = ({ op, inputs: [input] }, context) => {
  const { builder, nameOf } = context;
  const { x, attributes, isPadded } = asAccepted(nameOf(input), op.window, context);
  const [, indices] = builder.emitMany('MaxPool', [x], 2, attributes);
  const own = isPadded ? withoutPadding(indices, input, op.window, context) : indices;
  return builder.emit('Cast', [own], { to: { int: INT32 } });
};

/** Indices that count padded pixels as indices that do not. */
function withoutPadding(
  indices: string,
  x: Tensor,
  { padding: [top, left, bottom, right] }: Window2d,
  { builder }: LoweringContext,
): string {
  const [, , height, width] = x.shape;
  const [paddedHeight, paddedWidth] = [height + top + bottom, width + left + right];
  const by = (operator: string, a: string, b: number) =>
    builder.emit(operator, [a, builder.constant('int64', [], [b])]);
  const row = by('Mod', by('Div', indices, paddedWidth), paddedHeight);
  const column = by('Mod', indices, paddedWidth);
  const start = by('Mul', by('Div', indices, paddedHeight * paddedWidth), height * width);
  const rowStart = by('Mul', by('Sub', row, top), width);
  return builder.emit('Add', [start, builder.emit('Add', [rowStart, by('Sub', column, left)])]);
}

export const windowLowerings = {
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dIndices,
} as const;
