/**
 * A convolution and its gradients, as the same walk: along rows of the output, over every weight.
 *
 * Each of y, x and w is a sum over products of the other two, so the three kernels differ only in
 * what they do along a row. Sums run in float64 and are rounded once, when they are stored.
 */
import type { ConvolutionKind, OpOf, Shape } from '../../graph/Tensor.ts';
import type { TensorData } from '../Executor.ts';
import type { Buffer, Kernel } from './Kernel.ts';

/** y[start + i] meets x[from + i · step] through w[weight], for i in 0 .. count − 1. */
type Row = (start: number, count: number, from: number, step: number, weight: number) => void;

function walk(op: OpOf<ConvolutionKind>, y: Shape, x: Shape, row: Row): void {
  const [samples, filters, outHeight, outWidth] = y;
  const [, channels, height, width] = x;
  const { stride, dilation, padding, kernel } = op.window;
  const [perGroup, filtersPerGroup] = [channels / op.groups, filters / op.groups];
  const columns = Array.from({ length: kernel[1] }, (_, kx) => {
    const offset = kx * dilation[1] - padding[1];
    const first = Math.max(0, Math.ceil(-offset / stride[1]));
    const end = Math.min(outWidth, Math.floor((width - 1 - offset) / stride[1]) + 1);
    return { first, count: end - first, from: first * stride[1] + offset };
  });
  for (let n = 0; n < samples; n++) {
    for (let o = 0; o < filters; o++) {
      const firstChannel = Math.floor(o / filtersPerGroup) * perGroup;
      for (let c = 0; c < perGroup; c++) {
        const image = (n * channels + firstChannel + c) * height;
        for (let ky = 0; ky < kernel[0]; ky++) {
          const weights = ((o * perGroup + c) * kernel[0] + ky) * kernel[1];
          for (let oy = 0; oy < outHeight; oy++) {
            const iy = oy * stride[0] + ky * dilation[0] - padding[0];
            if (iy < 0 || iy >= height) continue;
            const start = ((n * filters + o) * outHeight + oy) * outWidth;
            for (let kx = 0; kx < kernel[1]; kx++) {
              const { first, count, from } = columns[kx];
              if (count > 0) {
                row(start + first, count, (image + iy) * width + from, stride[1], weights + kx);
              }
            }
          }
        }
      }
    }
  }
}

/** Runs `row` over all, with a zeroed sum that is stored at the end. */
function accumulated(output: Buffer, run: (total: Float64Array) => void): () => void {
  const total = new Float64Array(output.data.length);
  return () => {
    total.fill(0);
    run(total);
    output.data.set(total);
  };
}

export const conv2d: Kernel<'conv2d'> = (op, output, [{ shape, data: x }, { data: w }]) =>
  accumulated(output, (y) =>
    walk(op, output.shape, shape, (start, count, from, step, weight) => {
      const factor = w[weight];
      for (let i = 0; i < count; i++) y[start + i] += factor * x[from + i * step];
    }),
  );

export const conv2dInputGradient: Kernel<'conv2dInputGradient'> = (
  op,
  output,
  [{ shape, data: g }, { data: w }],
) =>
  accumulated(output, (x) =>
    walk(op, shape, output.shape, (start, count, from, step, weight) => {
      const factor = w[weight];
      for (let i = 0; i < count; i++) x[from + i * step] += factor * g[start + i];
    }),
  );

export const conv2dWeightGradient: Kernel<'conv2dWeightGradient'> = (op, output, [x, g]) =>
  accumulated(output, (w) =>
    walk(op, g.shape, x.shape, (start, count, from, step, weight) => {
      w[weight] += product(g.data, start, count, x.data, from, step);
    }),
  );

function product(
  g: TensorData,
  start: number,
  count: number,
  x: TensorData,
  from: number,
  step: number,
): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += g[start + i] * x[from + i * step];
  return total;
}
