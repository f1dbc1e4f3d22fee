/**
 * Convolutions as products: x, copied once for every place of the window, as that place sees it over
 * all samples, is one factor of the result and of the weight's gradient; and the gradient for x is a
 * product whose rows are added up where their places come from.
 *
 * Samples stand last, so that what is copied are whole rows of them, by `Gather`.
 */
import type { ConvolutionKind, OpOf, Shape, Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import type { GraphBuilder } from './GraphBuilder.ts';

/** 256 MB of all convolutions of a step, which keeps them from the result to the gradient; else 32 MB of each. */
const [MOST_COPIED, MOST_COPIED_EACH] = [1 << 26, 1 << 23];

export type WeightGradient = Tensor & { readonly op: OpOf<'conv2dWeightGradient'> };

/** What a convolution reads and gives, [N, C, H, W] and [N, O, H', W']. */
export interface Convolved {
  readonly op: OpOf<ConvolutionKind>;
  readonly x: Shape;
  readonly y: Shape;
}

export const convolved = ({ op, inputs: [x, g] }: WeightGradient): Convolved => ({
  op,
  x: x.shape,
  y: g.shape,
});

/**
 * Whether products pay for a convolution among those that a step trains: strides, groups and large
 * copies are left to the runtime's own operators.
 */
export function fitsProduct(one: Convolved, trained: readonly WeightGradient[]): boolean {
  const { groups, window } = one.op;
  if (groups !== 1 || window.stride.some((size) => size !== 1)) return false;
  const together = trained.reduce((total, other) => total + valuesCopied(convolved(other)), 0);
  return together <= MOST_COPIED || valuesCopied(one) <= MOST_COPIED_EACH;
}

const valuesCopied = ({ op, x, y }: Convolved) =>
  op.window.kernel[0] * op.window.kernel[1] * x[1] * x[0] * y[2] * y[3];

/** [C · window, H' · W' · N] of x as [C, H, W, N]. */
export function windowCopies(name: string, { op, x, y }: Convolved, builder: GraphBuilder): string {
  const [samples, channels, height, width] = x;
  const places = inputPlaces(op.window, x, y);
  const rows = builder.emit('Reshape', [
    name,
    builder.integers([channels, height * width, samples]),
  ]);
  const padded = places.includes(height * width) ? withZeros(rows, builder) : rows;
  const copies = builder.emit('Gather', [padded, builder.integers(places)], { axis: { int: 1 } });
  const copied = (channels * places.length) / (y[2] * y[3]);
  return builder.emit('Reshape', [copies, builder.integers([copied, y[2] * y[3] * samples])]);
}

/** [C, H, W, N]: every place of x adds up what it was copied to, Wᵀ · g. */
export function addedCopies(
  weight: string,
  g: string,
  { op, x, y }: Convolved,
  builder: GraphBuilder,
): string {
  const [samples, channels, height, width] = x;
  const [, filters, rows, columns] = y;
  const window = op.window.kernel[0] * op.window.kernel[1];
  const reshaped = (name: string, sizes: readonly number[]) =>
    builder.emit('Reshape', [name, builder.integers(sizes)]);
  // Behind the last place stand zeros, for the places of x that a place of the window never sees.
  const given = withZeros(reshaped(g, [filters, rows * columns, samples]), builder);
  const stride = rows * columns + 1;
  const product = builder.emit(
    'Gemm',
    [reshaped(weight, [filters, channels * window]), reshaped(given, [filters, stride * samples])],
    { transA: { int: 1 } },
  );
  const places = outputPlaces(op.window, x, y);
  const copies = builder.emit(
    'Gather',
    [reshaped(product, [channels, window * stride, samples]), builder.integers(places)],
    { axis: { int: 1 } },
  );
  const sums = builder.emit(
    'ReduceSum',
    [reshaped(copies, [channels, window, height * width * samples]), builder.integers([1])],
    { keepdims: { int: 0 } },
  );
  return reshaped(sums, [channels, height, width, samples]);
}

/** A row of zeros behind the last one of [C, rows, N]. */
const withZeros = (name: string, builder: GraphBuilder) =>
  builder.emit('Pad', [name, builder.integers([0, 0, 0, 0, 1, 0])]);

/** For each place of the window and of y the place of x, or H · W outside. */
function inputPlaces(window: Window2d, x: Shape, y: Shape): number[] {
  const [, , height, width] = x;
  return forEachPlace(window, y, (top, left, row, column) => {
    const [i, j] = [row + top, column + left];
    return i < 0 || j < 0 || i >= height || j >= width ? height * width : i * width + j;
  });
}

/** For each place of the window and of x the row of the product with its value, or one of zeros. */
function outputPlaces(window: Window2d, x: Shape, y: Shape): number[] {
  const [, , rows, columns] = y;
  const stride = rows * columns + 1;
  return forEachPlace(window, x, (top, left, i, j, place) => {
    const [row, column] = [i - top, j - left];
    const isOutside = row < 0 || column < 0 || row >= rows || column >= columns;
    return place * stride + (isOutside ? stride - 1 : row * columns + column);
  });
}

/** `top` and `left`: where the place of the window lies beside the place of y. */
function forEachPlace(
  { kernel, dilation, padding }: Window2d,
  [, , height, width]: Shape,
  placeOf: (top: number, left: number, row: number, column: number, place: number) => number,
): number[] {
  return Array.from({ length: kernel[0] * kernel[1] }, (_, place) => {
    const top = Math.floor(place / kernel[1]) * dilation[0] - padding[0];
    const left = (place % kernel[1]) * dilation[1] - padding[1];
    return Array.from({ length: height * width }, (_value, at) =>
      placeOf(top, left, Math.floor(at / width), at % width, place),
    );
  }).flat();
}
