/**
 * Averages over windows as products with constant matrices: y = R x Cᵀ, image by image.
 *
 * Row o of R holds the weights with which the rows of the image enter row o of the output, C the
 * same for columns. That covers overlapping, padded and uneven windows alike, and the backward pass
 * is two products as well. For windows of a few pixels the zeros cost less than they look: a matrix
 * product is the fastest thing that an executor does.
 */
import { constant, matmul, reshape, transpose } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';

/** Start and end, exclusive, of a window, and what the sum over it is divided by. */
export interface AveragedSpan {
  readonly start: number;
  readonly end: number;
  readonly divisor: number;
}

/** x [N, C, H, W] → [N, C, rows, columns], a span for each row and each column of the output. */
export function averageOver(
  x: Tensor,
  rows: readonly AveragedSpan[],
  columns: readonly AveragedSpan[],
): Tensor {
  const [samples, channels, height, width] = x.shape;
  const images = samples * channels;
  const byColumns = alongLast(reshape(x, [images * height, width]), columns);
  const turned = transpose(reshape(byColumns, [images, height, columns.length]), [0, 2, 1]);
  const byRows = alongLast(reshape(turned, [images * columns.length, height]), rows);
  const upright = transpose(reshape(byRows, [images, columns.length, rows.length]), [0, 2, 1]);
  return reshape(upright, [samples, channels, rows.length, columns.length]);
}

/** x [M, size] → [M, spans]. */
function alongLast(x: Tensor, spans: readonly AveragedSpan[]): Tensor {
  const size = x.shape[1];
  const weights = spans.flatMap(({ start, end, divisor }) =>
    Array.from({ length: size }, (_, index) => (index >= start && index < end ? 1 / divisor : 0)),
  );
  return matmul(x, constant(weights, [spans.length, size]), { transposeB: true });
}
