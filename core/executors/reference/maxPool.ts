/** The largest value of each window, and where it stands. NaN is larger than all: it stays visible. */
import type { OpOf, Shape } from '../../graph/Tensor.ts';
import type { TensorData } from '../Executor.ts';
import type { Kernel } from './Kernel.ts';

type PoolKind = 'maxPool2d' | 'maxPool2dIndices';

/** Calls `found` with each place of the output and the index of its maximum in x. */
function walk(
  { window }: OpOf<PoolKind>,
  [samples, channels, outHeight, outWidth]: Shape,
  [, , height, width]: Shape,
  x: TensorData,
  found: (place: number, index: number) => void,
): void {
  const { kernel, stride, dilation, padding } = window;
  let place = 0;
  for (let image = 0; image < samples * channels; image++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let ox = 0; ox < outWidth; ox++) {
        let best = -1;
        for (let ky = 0; ky < kernel[0]; ky++) {
          const iy = oy * stride[0] + ky * dilation[0] - padding[0];
          if (iy < 0 || iy >= height) continue;
          for (let kx = 0; kx < kernel[1]; kx++) {
            const ix = ox * stride[1] + kx * dilation[1] - padding[1];
            if (ix < 0 || ix >= width) continue;
            const index = (image * height + iy) * width + ix;
            if (best < 0 || x[index] > x[best] || Number.isNaN(x[index])) best = index;
          }
        }
        found(place, best);
        place += 1;
      }
    }
  }
}

export const maxPool2d: Kernel<'maxPool2d'> =
  (op, { shape, data: y }, [{ shape: inputShape, data: x }]) =>
  () =>
    walk(op, shape, inputShape, x, (place, index) => {
      y[place] = x[index];
    });

export const maxPool2dIndices: Kernel<'maxPool2dIndices'> =
  (op, { shape, data: y }, [{ shape: inputShape, data: x }]) =>
  () =>
    walk(op, shape, inputShape, x, (place, index) => {
      y[place] = index;
    });
