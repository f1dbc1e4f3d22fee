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
}

/** [C, H, W] is C pictures, [L, F] one; a picture of a single pixel is a number. */
function planesOf(shape: Shape): Planes | null {
  if (shape.length < 2) return null;
  const [height, width] = shape.slice(-2);
  const count = sizeOf(shape.slice(0, -2));
  return height * width > 1 ? { count, height, width } : null;
}

function picturesOf(
  values: readonly number[],
  { count, height, width }: Planes,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): Pictures {
  const step = Math.max(1, Math.ceil(Math.max(height, width) / LARGEST_PICTURE));
  const [rows, columns] = [Math.ceil(height / step), Math.ceil(width / step)];
  const range = maximum - minimum;
  const grey = (value: number) =>
    Number.isFinite(value) && range > 0 ? Math.round((255 * (value - minimum)) / range) : 0;
  const pixels = Array.from({ length: Math.min(count, MOST_PICTURES) }, (_, plane) =>
    Array.from({ length: rows * columns }, (_unused, pixel) => {
      const [row, column] = [Math.floor(pixel / columns) * step, (pixel % columns) * step];
      return grey(values[(plane * height + row) * width + column]);
    }),
  );
  return { width: columns, height: rows, pixels, total: count };
}
