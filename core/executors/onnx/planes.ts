/**
 * Maximum pools over windows that tile the image, and their gradients, on [C, H, W, N].
 *
 * A plane holds one place of every window: [C, H / kernel, W / kernel, N].
 */
import type { Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import { isTiling } from './fuseMaxPoolGradient.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { signOfRelu } from './signOfRelu.ts';

/** onnx.TensorProto.DataType. */
const FLOAT = 1;

/** Up to windows of 14 × 14 planes are faster than whole images; more take long to compile. */
const MOST_PLANES = 196;

/**
 * The name of the pool of x, or null where x or the window is another.
 *
 * A ReLU before the pool is as well behind it, on a part of the values.
 */
export function poolOfPlanes(x: Tensor, window: Window2d, context: LoweringContext): string | null {
  if (!context.isSamplesLast(x) || !arePlanes(window)) return null;
  const { builder } = context;
  if (!isRelu(x)) return builder.emit('Max', planesOf(x, window, context));
  return builder.emit('Relu', [builder.emit('Max', planesOf(x.inputs[0], window, context))]);
}

const isRelu = ({ op }: Tensor) => op.kind === 'relu';

/** The name of the gradient of a pool for x, or null where the pattern is another. */
export function poolGradient(tensor: Tensor, context: LoweringContext): string | null {
  const found = pooled(tensor, context);
  if (!found) return null;
  const { x, g, window } = found;
  return shared(x, window, context.samplesLastOf(g), context);
}

/**
 * The name of the gradient of a pool for what stands before the ReLU before it: g where the maximum
 * is positive. Null where the pattern is another.
 */
export function cutPoolGradient(tensor: Tensor, context: LoweringContext): string | null {
  if (tensor.op.kind !== 'multiply') return null;
  const [a, b] = tensor.inputs;
  for (const [gradient, sign] of [
    [a, b],
    [b, a],
  ] as const) {
    const found = pooled(gradient, context);
    if (!found || sign.op.kind !== 'sign' || sign.inputs[0] !== found.x) continue;
    if (!isRelu(found.x)) continue;
    const { x, g, window } = found;
    const { builder } = context;
    const isPositive = signOfRelu(poolOfPlanes(x, window, context)!, builder);
    const cut = builder.emit('Mul', [context.samplesLastOf(g), isPositive]);
    return shared(x.inputs[0], window, cut, context);
  }
  return null;
}

const arePlanes = (window: Window2d) =>
  isTiling(window) && window.kernel[0] * window.kernel[1] <= MOST_PLANES;

function pooled({ op, inputs: [total] }: Tensor, context: LoweringContext) {
  if (op.kind !== 'reshape' || total.op.kind !== 'scatterAdd') return null;
  const [g, indices] = total.inputs;
  if (indices.op.kind !== 'maxPool2dIndices' || g.shape.length !== 4) return null;
  const { window } = indices.op;
  const [x] = indices.inputs;
  return context.isSamplesLast(x) && arePlanes(window) ? { x, g, window } : null;
}

/**
 * The first plane that has the maximum takes the gradient, what is left goes to the others, and what
 * nobody took to the last: subtracting a value from itself, or nothing from it, is exact.
 */
function shared(x: Tensor, window: Window2d, g: string, context: LoweringContext): string {
  const { builder } = context;
  const planes = planesOf(x, window, context);
  const largest = builder.emit('Max', planes);
  let left = g;
  const gradients = planes.map((plane, place) => {
    if (place === planes.length - 1) return left;
    const isLargest = builder.emit('Equal', [plane, largest]);
    const share = builder.emit('Cast', [isLargest], { to: { int: FLOAT } });
    const taken = builder.emit('Mul', [left, share]);
    left = builder.emit('Sub', [left, taken]);
    return taken;
  });
  return assembled(gradients, x, window, context);
}

/** Row by row of the window. */
function planesOf(x: Tensor, { kernel }: Window2d, context: LoweringContext): readonly string[] {
  const { builder, samplesLastOf } = context;
  const [rows, columns] = wholeWindows(x, kernel);
  return Array.from({ length: kernel[0] * kernel[1] }, (_, place) => {
    const [top, left] = [Math.floor(place / kernel[1]), place % kernel[1]];
    return builder.emit('Slice', [
      samplesLastOf(x),
      builder.integers([top, left]),
      builder.integers([rows * kernel[0], columns * kernel[1]]),
      builder.integers([1, 2]),
      builder.integers(kernel),
    ]);
  });
}

const wholeWindows = ({ shape }: Tensor, kernel: readonly number[]) =>
  [0, 1].map((axis) => Math.floor(shape[axis + 2] / kernel[axis]));

/** Planes as the image they were taken from, with zeros where no window was. */
function assembled(
  planes: readonly string[],
  x: Tensor,
  { kernel }: Window2d,
  { builder }: LoweringContext,
): string {
  const [samples, channels, height, width] = x.shape;
  const [rows, columns] = wholeWindows(x, kernel);
  const joined = (parts: readonly string[], sizes: readonly number[]) => {
    const apart = parts.map((part) => builder.emit('Reshape', [part, builder.integers(sizes)]));
    return apart.length === 1 ? apart[0] : builder.emit('Concat', apart, { axis: { int: 1 } });
  };
  const lines = Array.from({ length: kernel[0] }, (_, row) =>
    joined(planes.slice(row * kernel[1], (row + 1) * kernel[1]), [
      channels * rows * columns,
      1,
      samples,
    ]),
  );
  const image = joined(lines, [channels * rows, 1, columns * kernel[1] * samples]);
  const [tiledRows, tiledColumns] = [rows * kernel[0], columns * kernel[1]];
  const tiled = [channels, tiledRows, tiledColumns, samples];
  const whole = builder.emit('Reshape', [image, builder.integers(tiled)]);
  if (tiledRows === height && tiledColumns === width) return whole;
  const margins = [0, 0, 0, 0, 0, height - tiledRows, width - tiledColumns, 0];
  return builder.emit('Pad', [whole, builder.integers(margins)]);
}
