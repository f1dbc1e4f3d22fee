/**
 * Lines that a person drew, as an image in the style of a dataset.
 *
 * The lines themselves are moved and scaled, then drawn four times as fine as the image and made
 * smaller as an import would: no pixel is enlarged, however small the drawing was.
 */
import type { Drawing } from '../../contract/ImageSource.ts';
import type { InkStyle } from './inkStyle.ts';
import { resizePlanes } from './resizePlanes.ts';

/** Pixels drawn for one of the image, along each axis. */
const FINER = 4;
/** Of the image: thinner lines would fade away. */
const THINNEST = 0.8;

/** Bytes of [channels, height, width]; a sheet of paper where there are no lines. */
export function drawStrokes(
  { strokes, thickness }: Pick<Drawing, 'strokes' | 'thickness'>,
  [channels, height, width]: readonly [number, number, number],
  { paper, ink, extent, center }: InkStyle,
): Uint8Array {
  const size = { height: height * FINER, width: width * FINER };
  const points = strokes.flat();
  const [left, right] = rangeOf(points.map(([x]) => x));
  const [top, bottom] = rangeOf(points.map(([, y]) => y));
  // The box is that of the ink, which is half its thickness wider on each side.
  const drawn = Math.max(right - left, bottom - top) + thickness;
  const scale = (extent * Math.max(size.height, size.width)) / drawn;
  const radius = Math.max(thickness * scale, THINNEST * FINER) / 2;
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    center[0] * size.width + (x - (left + right) / 2) * scale,
    center[1] * size.height + (y - (top + bottom) / 2) * scale,
  ];
  const coverage = new Uint8Array(size.height * size.width);
  for (const stroke of strokes) {
    for (let at = 0; at < Math.max(1, stroke.length - 1); at++) {
      const next = stroke[Math.min(at + 1, stroke.length - 1)];
      drawSegment(coverage, size, place(stroke[at]), place(next), radius);
    }
  }
  const covered = resizePlanes(coverage, size, { height, width });
  const out = new Uint8Array(channels * covered.length);
  for (let at = 0; at < out.length; at++) {
    const share = covered[at % covered.length] / 255;
    out[at] = Math.round(paper + (ink - paper) * share);
  }
  return out;
}

function rangeOf(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** A line with round ends; a pixel at its edge is covered as far as it reaches in. */
function drawSegment(
  coverage: Uint8Array,
  { height, width }: { readonly height: number; readonly width: number },
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  radius: number,
): void {
  const reach = radius + 1;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = dx * dx + dy * dy;
  const firstRow = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const lastRow = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
  const firstColumn = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const lastColumn = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const [x, y] = [column + 0.5 - x0, row + 0.5 - y0];
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / squared));
      const distance = Math.hypot(x - along * dx, y - along * dy);
      const value = 255 * Math.min(1, Math.max(0, radius + 0.5 - distance));
      const at = row * width + column;
      coverage[at] = Math.max(coverage[at], value);
    }
  }
}
