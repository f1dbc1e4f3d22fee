/**
 * Convolutions and pools. ONNX has no gradients, but other convolutions that compute them.
 *
 * For the input it is ConvTranspose; for the weight see weightGradient.ts.
 */
import type { ConvolutionKind, OpOf, Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { Lowering } from './lowerings.ts';
import type { OnnxAttribute } from './OnnxGraph.ts';
import { conv2dWeightGradient } from './weightGradient.ts';

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
