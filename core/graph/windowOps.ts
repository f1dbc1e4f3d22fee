/**
 * Constructors of the primitives that walk a window over images [N, C, H, W]: convolutions and
 * pools.
 *
 * A convolution is linear in its input and in its weight. It and its two gradients are therefore
 * closed: the gradients of each of the three are the other two.
 */
import { DTypeMismatchError, ShapeMismatchError } from './errors.ts';
import { formatShape, type Shape, shapesEqual, type Tensor } from './Tensor.ts';
import { type Pair, placesOf, type Window2d } from './Window2d.ts';

export interface Convolution {
  readonly window: Window2d;
  /** Input and output channels fall into so many groups, each convolved by itself. */
  readonly groups: number;
}

function requireFloats(where: string, ...tensors: readonly Tensor[]): void {
  const other = tensors.find((tensor) => tensor.dtype !== 'float');
  if (other) throw new DTypeMismatchError(where, 'float values', other.dtype);
}

function requireShape(where: string, expected: Shape, tensor: Tensor): void {
  if (shapesEqual(expected, tensor.shape)) return;
  throw new ShapeMismatchError(where, formatShape(expected), tensor.shape);
}

/** Output [N, O, OH, OW] of an input [N, C, H, W] and O filters; throws where it does not fit. */
function convolvedShape(where: string, input: Shape, filters: number, op: Convolution): Shape {
  const [height, width] = placesOf(where, op.window, input);
  for (const channels of [input[1], filters]) {
    if (channels % op.groups !== 0) {
      throw new ShapeMismatchError(where, `channels in ${op.groups} groups`, [input[1], filters]);
    }
  }
  return [input[0], filters, height, width];
}

/** Σ over channels c of the group and places (ky, kx) of the window: y[n, o] = Σ x[n, c] · w[o, c]. */
export function conv2d(x: Tensor, weight: Tensor, op: Convolution): Tensor {
  requireFloats('conv2d', x, weight);
  const filters = weight.shape[0] ?? 0;
  const shape = convolvedShape('conv2d', x.shape, filters, op);
  requireShape('conv2d', [filters, x.shape[1] / op.groups, ...op.window.kernel], weight);
  return { op: { ...op, kind: 'conv2d' }, inputs: [x, weight], shape, dtype: 'float' };
}

/** From the gradient for conv2d's output to that for its input, which is of size [H, W]. */
export function conv2dInputGradient(
  g: Tensor,
  weight: Tensor,
  size: Pair,
  op: Convolution,
): Tensor {
  const where = 'conv2dInputGradient';
  requireFloats(where, g, weight);
  const [filters = 0, channels = 0] = weight.shape;
  const shape = [g.shape[0] ?? 0, channels * op.groups, ...size];
  requireShape(where, convolvedShape(where, shape, filters, op), g);
  requireShape(where, [filters, channels, ...op.window.kernel], weight);
  return { op: { ...op, kind: where }, inputs: [g, weight], shape, dtype: 'float' };
}

/** From conv2d's input and the gradient for its output to the gradient for its weight. */
export function conv2dWeightGradient(x: Tensor, g: Tensor, op: Convolution): Tensor {
  const where = 'conv2dWeightGradient';
  requireFloats(where, x, g);
  const filters = g.shape[1] ?? 0;
  requireShape(where, convolvedShape(where, x.shape, filters, op), g);
  const shape = [filters, x.shape[1] / op.groups, ...op.window.kernel];
  return { op: { ...op, kind: where }, inputs: [x, g], shape, dtype: 'float' };
}

function pool(kind: 'maxPool2d' | 'maxPool2dIndices', x: Tensor, window: Window2d): Tensor {
  requireFloats(kind, x);
  const [height, width] = placesOf(kind, window, x.shape);
  const shape = [x.shape[0], x.shape[1], height, width];
  const dtype = kind === 'maxPool2d' ? 'float' : 'int';
  return { op: { kind, window }, inputs: [x], shape, dtype };
}

/** The largest value in each window; every window must touch the input. */
export const maxPool2d = (x: Tensor, window: Window2d) => pool('maxPool2d', x, window);
/** Where it stands in x as a whole, laid out in a row; the first of equal ones. */
export const maxPool2dIndices = (x: Tensor, window: Window2d) =>
  pool('maxPool2dIndices', x, window);
