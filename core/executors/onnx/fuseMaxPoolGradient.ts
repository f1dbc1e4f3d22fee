/**
 * The gradient of a maximum pool whose windows neither overlap nor are padded, without indices.
 *
 * The runtime takes twenty times as long for a pool that also gives indices. So the maxima are
 * spread over their windows and compared with x. Among equal maxima the first must win: what equals
 * the maximum is given its rank in the window, from the last, 1, to the first, and the same pool
 * over ranks finds the winner. On 64 images of 16×26×26 that takes 2 ms, with indices 5.
 */
import type { Tensor } from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { maxPool } from './windowLowerings.ts';

/** onnx.TensorProto.DataType. */
const FLOAT = 1;

/** The name of the fused value, or null where the pattern is another. */
export function fuseMaxPoolGradient(tensor: Tensor, context: LoweringContext): string | null {
  if (tensor.op.kind !== 'scatterAdd') return null;
  const [g, indices] = tensor.inputs;
  if (indices.op.kind !== 'maxPool2dIndices' || !isTiling(indices.op.window)) return null;
  const { window } = indices.op;
  const { builder, nameOf } = context;
  const [x] = indices.inputs;
  const [height, width] = [0, 1].map((axis) => indices.shape[axis + 2] * window.kernel[axis]);
  const over = (name: string) => spread(name, window, context);
  const chosen = (truth: string, value: string) =>
    builder.emit('Mul', [builder.emit('Cast', [truth], { to: { int: FLOAT } }), value]);

  const seen = cropped(x, height, width, context);
  const isLargest = builder.emit('Equal', [seen, over(maxPool(nameOf(x), window, context))]);
  const rank = chosen(isLargest, ranks(window, height, width, context));
  const isFirst = builder.emit('Equal', [rank, over(maxPool(rank, window, context))]);
  const gradient = padded(chosen(isFirst, over(nameOf(g))), x, height, width, context);
  return builder.emit('Reshape', [gradient, builder.integers(tensor.shape)]);
}

/** Whether windows neither overlap nor are padded. */
export function isTiling({ kernel, stride, dilation, padding }: Window2d): boolean {
  return (
    kernel.every((size, axis) => size === stride[axis] && dilation[axis] === 1) &&
    padding.every((margin) => margin === 0)
  );
}

/** Repeats every value over its window. */
function spread(name: string, { kernel }: Window2d, { builder }: LoweringContext): string {
  const scales = builder.constant('float32', [4], [1, 1, ...kernel]);
  return builder.emit('Resize', [name, '', scales], {
    mode: { text: 'nearest' },
    coordinate_transformation_mode: { text: 'asymmetric' },
    nearest_mode: { text: 'floor' },
  });
}

/** Without the last rows and columns, where no whole window fits any more. */
function cropped(
  x: Tensor,
  height: number,
  width: number,
  { builder, nameOf }: LoweringContext,
): string {
  if (x.shape[2] === height && x.shape[3] === width) return nameOf(x);
  const [start, end, axes] = [
    [0, 0],
    [height, width],
    [2, 3],
  ].map(builder.integers);
  return builder.emit('Slice', [nameOf(x), start, end, axes]);
}

/** Zeros where no window was. */
function padded(
  name: string,
  x: Tensor,
  height: number,
  width: number,
  { builder }: LoweringContext,
): string {
  const rest = [x.shape[2] - height, x.shape[3] - width];
  if (rest.every((size) => size === 0)) return name;
  return builder.emit('Pad', [name, builder.integers([0, 0, 0, 0, 0, 0, ...rest])]);
}

/** [height, width]: how many places of its window stand behind each, itself included. */
function ranks(
  { kernel }: Window2d,
  height: number,
  width: number,
  { builder }: LoweringContext,
): string {
  const values = Array.from({ length: height * width }, (_, place) => {
    const [row, column] = [Math.floor(place / width) % kernel[0], (place % width) % kernel[1]];
    return kernel[0] * kernel[1] - row * kernel[1] - column;
  });
  return builder.constant('float32', [height, width], values);
}
