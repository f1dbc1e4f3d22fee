/** Colour and opacity of a decoded image as the planes that a network takes. */
import type { DecodedImage } from './DecodedImage.ts';

export type ColorMode = 'rgb' | 'grey';

export interface Planes {
  /** [channels, height, width], 3 or 1 channels. */
  readonly planes: Uint8Array;
  /** Something was seen through, and white lies behind it now. */
  readonly wasTransparent: boolean;
}

/**
 * Transparent pixels are laid on white: round((α·v + (255 - α)·255) / 255). Grey is the luma of ITU-R
 * BT.601 in Pillow's integers, L = (19595 R + 38470 G + 7471 B + 32768) / 65536.
 */
export function toChannels({ width, height, rgba }: DecodedImage, mode: ColorMode): Planes {
  const size = width * height;
  const planes = new Uint8Array(mode === 'rgb' ? 3 * size : size);
  let wasTransparent = false;
  for (let pixel = 0, at = 0; pixel < size; pixel++, at += 4) {
    let [red, green, blue] = [rgba[at], rgba[at + 1], rgba[at + 2]];
    const alpha = rgba[at + 3];
    if (alpha < 255) {
      wasTransparent = true;
      red = onWhite(red, alpha);
      green = onWhite(green, alpha);
      blue = onWhite(blue, alpha);
    }
    if (mode === 'grey') {
      planes[pixel] = (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    } else {
      planes[pixel] = red;
      planes[size + pixel] = green;
      planes[2 * size + pixel] = blue;
    }
  }
  return { planes, wasTransparent };
}

function onWhite(value: number, alpha: number): number {
  return Math.round((alpha * value + (255 - alpha) * 255) / 255);
}

/** Whether every pixel is a shade of grey. */
export function isGrey({ rgba }: DecodedImage): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false;
  }
  return true;
}
