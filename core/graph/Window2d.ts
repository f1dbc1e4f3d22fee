/**
 * How convolutions and pools walk over the last two axes of [N, C, H, W].
 *
 * Output row oy sees the input rows oy · stride + ky · dilation − top for ky in 0 .. kernel − 1;
 * columns likewise. What lies in the padding is 0 for a convolution and nothing for a maximum.
 */
import { ShapeMismatchError } from './errors.ts';
import type { Shape } from './Tensor.ts';

/** [height, width]. */
export type Pair = readonly [number, number];

/** [top, left, bottom, right]. */
export type Margins = readonly [number, number, number, number];

export interface Window2d {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Margins;
}

/** A window that is moved by 1 over an unpadded input, unless told otherwise. */
export function window2d(kernel: Pair, options: Partial<Omit<Window2d, 'kernel'>> = {}): Window2d {
  return { kernel, stride: [1, 1], dilation: [1, 1], padding: [0, 0, 0, 0], ...options };
}

/**
 * Places of a window over `size` values: ⌊(size + padding − dilation (kernel − 1) − 1) / stride⌋ + 1;
 * below 1 it does not fit. `axis` is 0 for rows and 1 for columns.
 */
export function placesAlong(window: Window2d, axis: 0 | 1, size: number): number {
  const { kernel, stride, dilation, padding } = window;
  const padded = size + padding[axis] + padding[axis + 2];
  return Math.floor((padded - dilation[axis] * (kernel[axis] - 1) - 1) / stride[axis]) + 1;
}

/** [OH, OW] for an input [N, C, H, W]. Throws ShapeMismatchError when the window does not fit. */
export function placesOf(where: string, window: Window2d, shape: Shape): Pair {
  if (shape.length !== 4) throw new ShapeMismatchError(where, 'a shape [N, C, H, W]', shape);
  const places = [placesAlong(window, 0, shape[2]), placesAlong(window, 1, shape[3])] as const;
  if (places[0] < 1 || places[1] < 1) {
    throw new ShapeMismatchError(where, `at least the window of ${window.kernel.join('×')}`, shape);
  }
  return places;
}
