/**
 * How a dataset of drawn things lies on its sheets: how light ink and paper are, how large a figure
 * is, and where. MNIST's digits fill 20 of 28 pixels around the middle, the UCI's all 8 of theirs, and
 * a digit drawn otherwise is one that no model of them has ever seen.
 */
import type { ImageDataset } from '../Dataset.ts';

export interface InkStyle {
  /** Grey levels. */
  readonly paper: number;
  readonly ink: number;
  /** The longer side of the figure's box, as a share of the longer side of the sheet. */
  readonly extent: number;
  /** The middle of the box, as shares of width and height. */
  readonly center: readonly [x: number, y: number];
}

/** White on black, in the middle, with a margin: what is drawn where no dataset is at hand. */
export const plainInk: InkStyle = { paper: 0, ink: 255, extent: 0.72, center: [0.5, 0.5] };

const MOST_SAMPLES = 300;
/** Grey levels from the paper that count as ink. */
const LEAST_CONTRAST = 64;

/** Means over samples spread over the dataset, of their first channel. */
export function inkStyle({ images, sampleShape, samples }: ImageDataset): InkStyle {
  const [channels, height, width] = sampleShape;
  const plane = height * width;
  const step = Math.max(1, samples / MOST_SAMPLES);
  const starts: number[] = [];
  for (let at = 0; at < samples; at += step) starts.push(Math.floor(at) * channels * plane);
  const paper = isLight(images, starts, height, width) ? 255 : 0;
  let [extent, x, y, count] = [0, 0, 0, 0];
  for (const start of starts) {
    const box = boxOf(images.subarray(start, start + plane), width, paper);
    if (!box) continue;
    const [left, top, right, bottom] = box;
    extent += Math.max(right - left, bottom - top) / Math.max(height, width);
    x += (left + right) / (2 * width);
    y += (top + bottom) / (2 * height);
    count += 1;
  }
  if (count === 0) return { ...plainInk, paper, ink: 255 - paper };
  return { paper, ink: 255 - paper, extent: extent / count, center: [x / count, y / count] };
}

/** Whether most pixels at the four edges are. */
function isLight(
  images: Uint8Array,
  starts: readonly number[],
  height: number,
  width: number,
): boolean {
  let [light, all] = [0, 0];
  for (const start of starts) {
    for (let column = 0; column < width; column++) {
      for (const row of [0, height - 1]) {
        if (images[start + row * width + column] > 127) light += 1;
        all += 1;
      }
    }
    for (let row = 0; row < height; row++) {
      for (const column of [0, width - 1]) {
        if (images[start + row * width + column] > 127) light += 1;
        all += 1;
      }
    }
  }
  return 2 * light > all;
}

/** Of what differs from the paper: [left, top, right, bottom), null of an empty sheet. */
function boxOf(
  pixels: Uint8Array,
  width: number,
  paper: number,
): [number, number, number, number] | null {
  let [left, top, right, bottom] = [width, Number.POSITIVE_INFINITY, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    if (Math.abs(pixels[at] - paper) < LEAST_CONTRAST) continue;
    const column = at % width;
    const row = Math.floor(at / width);
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return bottom === 0 ? null : [left, top, right, bottom];
}
