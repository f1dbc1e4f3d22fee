import type { Image } from './ImageAugmentation.ts';

/** ITU-R BT.601, as Pillow's and torchvision's conversions to grey weigh red, green and blue. */
const weights = [0.299, 0.587, 0.114] as const;

/** The grey of one pixel: the luma of three channels, of any other number the first. */
export function luma({ pixels, channels, height, width }: Image, place: number): number {
  if (channels !== 3) return pixels[place];
  const plane = height * width;
  const [red, green, blue] = weights;
  return red * pixels[place] + green * pixels[place + plane] + blue * pixels[place + 2 * plane];
}
