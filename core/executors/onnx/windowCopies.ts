/**
 * Convolutions as products: x, copied once for every place of the window, as that place sees it over
 * all samples, is one factor of the result and of the weight's gradient; and the gradient for x is a
 * product whose rows are added up where their places come from.
 *
 * Samples stand last, so that what is copied are whole rows of them.
 */
import type { ConvolutionKind, OpOf, Shape, Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import type { GraphBuilder } from './GraphBuilder.ts';

/** Values of all copies that a step keeps from its results to its gradients: 256 MB. */
const MOST_KEPT = 1 << 26;

/** Values of copies that are made for one gradient, and gone behind it: 32 MB. */
const MOST_COPIED = 1 << 23;

/** With fewer samples rows are too short, with more places the list of them is too long. */
const [LEAST_SAMPLES, MOST_PLACES] = [16, 1 << 17];

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
 * Whether a convolution computes with kept copies throughout, among those that a step trains. All
 * of them or none: what is left to the runtime's own operators has its samples first.
 */
export function keepsCopies(one: Convolved, trained: readonly WeightGradient[]): boolean {
  if (!isCopied(one) || !areRowsCopied(one)) return false;
  const copied = trained.map(convolved).filter(isCopied);
  return copied.reduce((total, other) => total + valuesCopied(other), 0) <= MOST_KEPT;
}

/** Whether the gradient for the weight is a product. */
export const fitsProduct = (one: Convolved, trained: readonly WeightGradient[]): boolean =>
  keepsCopies(one, trained) || (isCopied(one) && valuesCopied(one) <= MOST_COPIED);

/** Strides and groups are left to the runtime's own operators. */
const isCopied = ({ op }: Convolved) =>
  op.groups === 1 && op.window.stride.every((size) => size === 1);

const areRowsCopied = ({ op, x, y }: Convolved) =>
  x[0] >= LEAST_SAMPLES && placesOf(op.window) * Math.max(x[2] * x[3], y[2] * y[3]) <= MOST_PLACES;

const placesOf = ({ kernel }: Window2d) => kernel[0] * kernel[1];

const valuesCopied = ({ op, x, y }: Convolved) => placesOf(op.window) * x[1] * x[0] * y[2] * y[3];

/** [C · window, H' · W' · N] of x as [C, H, W, N]. */
export function windowCopies(name: string, one: Convolved, builder: GraphBuilder): string {
  const { op, x, y } = one;
  const sizes = [x[1] * placesOf(op.window), y[2] * y[3] * x[0]];
  const copies = (areRowsCopied(one) ? copiedRows : copiedSlices)(name, one, builder);
  return builder.emit('Reshape', [copies, builder.integers(sizes)]);
}

/** Row by row of samples. */
function copiedRows(name: string, { op, x, y }: Convolved, builder: GraphBuilder): string {
  const [samples, channels, height, width] = x;
  const sizes = builder.integers([channels, height * width, samples]);
  const rows = builder.emit('Reshape', [name, sizes]);
  const isPadded = op.window.padding.some((size) => size > 0);
  const places = builder.places(keyOf('input', op.window, x, y), () =>
    inputPlaces(op.window, x, y),
  );
  const padded = isPadded ? withZeros(rows, builder) : rows;
  return builder.emit('Gather', [padded, places], { axis: { int: 1 } });
}

/** Place by place of the window, in one run for each row of the image. */
function copiedSlices(name: string, { op, x, y }: Convolved, builder: GraphBuilder): string {
  const { kernel, dilation, padding } = op.window;
  const [top, left, bottom, right] = padding;
  const margins = builder.integers([0, top, left, 0, 0, bottom, right, 0]);
  const isPadded = padding.some((size) => size > 0);
  const padded = isPadded ? builder.emit('Pad', [name, margins]) : name;
  const copies = Array.from({ length: placesOf(op.window) }, (_, place) => {
    const row = Math.floor(place / kernel[1]) * dilation[0];
    const column = (place % kernel[1]) * dilation[1];
    const copy = builder.emit('Slice', [
      padded,
      builder.integers([row, column]),
      builder.integers([row + y[2], column + y[3]]),
      builder.integers([1, 2]),
    ]);
    return builder.emit('Reshape', [copy, builder.integers([x[1], 1, y[2] * y[3] * x[0]])]);
  });
  return copies.length === 1 ? copies[0] : builder.emit('Concat', copies, { axis: { int: 1 } });
}

const keyOf = (what: string, { kernel, dilation, padding }: Window2d, x: Shape, y: Shape) =>
  `${what} ${[kernel, dilation, padding, x.slice(2), y.slice(2)].join(' | ')}`;

/** [C, H, W, N]: every place of x adds up what it was copied to, Wᵀ · g. */
export function addedCopies(
  weight: string,
  g: string,
  { op, x, y }: Convolved,
  builder: GraphBuilder,
): string {
  const [samples, channels, height, width] = x;
  const [, filters, rows, columns] = y;
  const window = placesOf(op.window);
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
  const places = builder.places(keyOf('output', op.window, x, y), () =>
    outputPlaces(op.window, x, y),
  );
  const copies = builder.emit(
    'Gather',
    [reshaped(product, [channels, window * stride, samples]), places],
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
