/**
 * A sample of an image dataset, pixel for pixel.
 *
 * One channel is drawn as ink on the page, its value as the opacity, so that handwriting looks
 * like handwriting in both themes; three channels are drawn in their colours.
 */
import { useEffect, useRef } from 'react';
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
  readonly className?: string;
}

export function SampleImage({ values, shape, label, isGrey = false, className }: SampleImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [channels = 1, height = 1, width = 1] = shape;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const ink = isGrey ? null : theme === 'dark' ? 236 : 28;
    const pixels = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      pixels.data.set(colorOf(values, pixel, width * height, channels, ink), pixel * 4);
    }
    context.putImageData(pixels, 0, 0);
  }, [values, channels, height, width, isGrey, theme]);

  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className={cn('block [image-rendering:pixelated]', className)}
    />
  );
}

function colorOf(
  values: readonly Cell[] | Uint8Array,
  pixel: number,
  area: number,
  channels: number,
  ink: number | null,
): [number, number, number, number] {
  const at = (channel: number) => Number(values[channel * area + pixel] ?? 0);
  if (channels >= 3) return [at(0), at(1), at(2), 255];
  return ink === null ? [at(0), at(0), at(0), 255] : [ink, ink, ink, at(0)];
}
