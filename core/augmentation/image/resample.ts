/**
 * Looks every pixel of the result up where an affine map says, between four pixels of the image.
 *
 * The hot loop of training with augmentation. Along a row the place moves by a constant step, and
 * whether it lies at the rim is one unsigned comparison for each axis; only rim pixels take the
 * careful way. Doubles throughout: on whole places the sum is exact, so flips and shifts are too.
 */
import type { Affine } from './Affine.ts';
import { bilinear } from './bilinear.ts';
import type { ImageSize } from './ImageAugmentation.ts';

/** `from` and `out` are [channels, height, width] and must not be the same. */
export function resample(
  from: Float32Array,
  out: Float32Array,
  size: ImageSize,
  map: Affine,
  fill: number,
): void {
  const { channels, height, width } = size;
  const plane = height * width;
  const { xx, yx } = map;
  const [lastX, lastY] = [width - 1, height - 1];
  for (let row = 0; row < height; row++) {
    const startX = map.xy * row + map.x0;
    const startY = map.yy * row + map.y0;
    for (let column = 0; column < width; column++) {
      const x = xx * column + startX;
      const y = yx * column + startY;
      const left = Math.floor(x) | 0;
      const top = Math.floor(y) | 0;
      let to = row * width + column;
      if (left >>> 0 < lastX && top >>> 0 < lastY) {
        const right = x - left;
        const down = y - top;
        let at = top * width + left;
        for (let channel = 0; channel < channels; channel++, at += plane, to += plane) {
          const above = from[at] + (from[at + 1] - from[at]) * right;
          const below = from[at + width] + (from[at + width + 1] - from[at + width]) * right;
          out[to] = above + (below - above) * down;
        }
      } else if (left < -1 || left > lastX || top < -1 || top > lastY) {
        for (let channel = 0; channel < channels; channel++, to += plane) out[to] = fill;
      } else {
        for (let channel = 0; channel < channels; channel++, to += plane) {
          out[to] = bilinear(from, channel * plane, height, width, x, y, fill);
        }
      }
    }
  }
}
