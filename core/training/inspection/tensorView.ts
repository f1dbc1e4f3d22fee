/** A tensor as what can be seen of it: pictures, bars or a histogram. */
import type { Pictures, TensorView } from '../../contract/ForwardPass.ts';
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { histogramOf } from './histogramOf.ts';

const MOST_PICTURES = 16;
const LARGEST_PICTURE = 32;
const MOST_BARS = 64;

/** `shape`: without the minibatch axis, from whose first sample the values are. */
export function tensorView(values: ArrayLike<number>, shape: Shape): TensorView {
  const size = sizeOf(shape);
  const own = Array.from({ length: size }, (_, index) => values[index]);
  const histogram = histogramOf(own);
  const finite = own.filter(Number.isFinite);
  const sum = finite.reduce((total, value) => total + value, 0);
  const planes = planesOf(shape);
  const pictures = planes && picturesOf(own, planes, histogram);
  const bars = !pictures && size <= MOST_BARS ? own : null;
  return {
    shape: [...shape],
    minimum: histogram.minimum,
    maximum: histogram.maximum,
    mean: finite.length > 0 ? sum / finite.length : Number.NaN,
    zeros: own.filter((value) => value === 0).length / size,
    pictures,
    bars,
    histogram: pictures || bars ? null : histogram,
  };
}

interface Planes {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Of a matrix both sides are thinned by themselves: it has no proportions to keep, as an image has. */
  readonly isMatrix: boolean;
}

/** [C, H, W] is C pictures, [L, F] one; a picture of a single pixel, or a matrix of one row, is a list. */
function planesOf(shape: Shape): Planes | null {
  if (shape.length < 2) return null;
  const [height, width] = shape.slice(-2);
  const count = sizeOf(shape.slice(0, -2));
  const isMatrix = shape.length === 2;
  const isPicture = isMatrix ? Math.min(height, width) > 1 : height * width > 1;
  return isPicture ? { count, height, width, isMatrix } : null;
}

function picturesOf(
  values: readonly number[],
  { count, height, width, isMatrix }: Planes,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): Pictures {
  const larger = Math.max(height, width);
  const [down, across] = [height, width].map((side) =>
    Math.max(1, Math.ceil((isMatrix ? side : larger) / LARGEST_PICTURE)),
  );
  const [rows, columns] = [Math.ceil(height / down), Math.ceil(width / across)];
  const range = maximum - minimum;
  const grey = (value: number) =>
    Number.isFinite(value) && range > 0 ? Math.round((255 * (value - minimum)) / range) : 0;
  const pixels = Array.from({ length: Math.min(count, MOST_PICTURES) }, (_, plane) =>
    Array.from({ length: rows * columns }, (_unused, pixel) => {
      const [row, column] = [Math.floor(pixel / columns) * down, (pixel % columns) * across];
      return grey(values[(plane * height + row) * width + column]);
    }),
  );
  return { width: columns, height: rows, pixels, total: count };
}
