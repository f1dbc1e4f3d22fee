/** Makes an image of any size one of a given size: what cannot be kept is shape, margin or content. */
import type { ImageFit } from '../../contract/ImportOptions.ts';
import { type PlaneSize, resizePlanes } from './resizePlanes.ts';

/**
 * `planes` is [channels, from.height, from.width]; the result has the size `to`.
 *
 * `stretch`: height and width by their own factors. `crop`: the largest part of the shape of `to`
 * around the centre. `pad`: the whole image around the centre, with black (0) beside it.
 */
export function fitPlanes(
  planes: Uint8Array,
  from: PlaneSize,
  to: PlaneSize,
  fit: ImageFit,
): Uint8Array {
  switch (fit) {
    case 'stretch':
      return resizePlanes(planes, from, to);
    case 'crop': {
      const part = largestWithin(from, to);
      return resizePlanes(centred(planes, from, part), part, to);
    }
    case 'pad': {
      const inner = largestWithin(to, from);
      return centred(resizePlanes(planes, from, inner), inner, to);
    }
    default:
      return fit satisfies never;
  }
}

/** The largest size inside `bounds` with the proportions of `shape`, in whole pixels. */
function largestWithin(bounds: PlaneSize, shape: PlaneSize): PlaneSize {
  const scale = Math.min(bounds.height / shape.height, bounds.width / shape.width);
  const side = (length: number, most: number) =>
    Math.max(1, Math.min(most, Math.round(length * scale)));
  return { height: side(shape.height, bounds.height), width: side(shape.width, bounds.width) };
}

/** Cut off or filled up with zeros on both sides alike, an odd pixel at the bottom and the right. */
function centred(planes: Uint8Array, from: PlaneSize, to: PlaneSize): Uint8Array {
  if (from.height === to.height && from.width === to.width) return planes;
  const channels = planes.length / (from.height * from.width);
  const out = new Uint8Array(channels * to.height * to.width);
  const [height, width] = [Math.min(from.height, to.height), Math.min(from.width, to.width)];
  const begin = (length: number, kept: number) => Math.floor((length - kept) / 2);
  for (let channel = 0; channel < channels; channel++) {
    for (let row = 0; row < height; row++) {
      const source =
        (channel * from.height + begin(from.height, height) + row) * from.width +
        begin(from.width, width);
      const target =
        (channel * to.height + begin(to.height, height) + row) * to.width + begin(to.width, width);
      out.set(planes.subarray(source, source + width), target);
    }
  }
  return out;
}
