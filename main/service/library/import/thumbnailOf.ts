import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { resizePlanes } from '../../../../core/data/images/resizePlanes.ts';
import { toChannels } from '../../../../core/data/images/toChannels.ts';

const LONGEST_SIDE = 128;

interface Thumbnail {
  /** [3, height, width] */
  readonly shape: [number, number, number];
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** In colour, and small enough to be looked at beside what becomes of it. */
export function thumbnailOf(image: DecodedImage): Thumbnail {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.height, image.width));
  const scaled = (size: number) => Math.max(1, Math.round(size * scale));
  const size = { height: scaled(image.height), width: scaled(image.width) };
  const { planes } = toChannels(image, 'rgb');
  const pixels = Uint8Array.from(resizePlanes(planes, image, size));
  return { shape: [3, size.height, size.width], pixels };
}
