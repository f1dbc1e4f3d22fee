/**
 * A sample of an image dataset, pixel for pixel.
 *
 * One channel is drawn as ink on the page, its value as the opacity, so that handwriting looks
 * like handwriting in both themes; three channels are drawn in their colours.
 */
import { useLayoutEffect, useRef } from 'react';
import type { Cell } from '../../core/contract/DatasetInfo.ts';
import { useTheme } from '../state/useTheme.ts';
import { cn } from './cn.ts';

interface SampleImageProps {
  /** 0..255, in the order of `shape`. */
  readonly values: readonly Cell[] | Uint8Array;
  /** [channels, height, width]. */
  readonly shape: readonly number[];
  readonly label: string;
  /** One channel is drawn as the grey that it is: beside a picture, ink would be its negative. */
  readonly isGrey?: boolean;
  /** A box of another form than the image's leaves room beside it. */
  readonly className?: string;
}

export function SampleImage({ values, shape, label, isGrey = false, className }: SampleImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [channels = 1, height = 1, width = 1] = shape;

  // Before the page is painted, so that a picture and its caption are of one frame.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const ink = isGrey ? null : theme === 'dark' ? 236 : 28;
    const pixels = context.createImageData(width, height);
    paint(pixels.data, values, channels, ink);
    context.putImageData(pixels, 0, 0);
  }, [values, channels, height, width, isGrey, theme]);

  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className={cn('block object-contain [image-rendering:pixelated]', className)}
    />
  );
}

/**
 * A word a pixel, in the order of bytes of every processor that Electron runs on: sixteen variants
 * of 128×128 pixels are drawn anew with each move of a slider.
 */
function paint(
  rgba: Uint8ClampedArray,
  values: SampleImageProps['values'],
  channels: number,
  ink: number | null,
): void {
  const words = new Uint32Array(rgba.buffer);
  const area = words.length;
  const bytes = values instanceof Uint8Array ? values : Uint8ClampedArray.from(values, Number);
  const at = (place: number) => bytes[place] ?? 0;
  const isColored = channels >= 3;
  for (let pixel = 0; pixel < area; pixel += 1) {
    const first = at(pixel);
    if (isColored) words[pixel] = wordOf(first, at(area + pixel), at(2 * area + pixel), OPAQUE);
    else if (ink === null) words[pixel] = wordOf(first, first, first, OPAQUE);
    else words[pixel] = wordOf(ink, ink, ink, first);
  }
}

const OPAQUE = 255;
const wordOf = (red: number, green: number, blue: number, alpha: number) =>
  red | (green << 8) | (blue << 16) | (alpha << 24);
