/**
 * Where a value stands between the ends of the horizontal axis, in [0, 1], and its round ticks.
 *
 * A logarithmic axis has a tick at each power of ten, or at every other one and so on where there
 * are many.
 */
import { powersOfTen, wholeTicksTo } from './axisTicks.ts';

export interface HorizontalAxis {
  /** 0 when absent; above 0 where the axis is logarithmic. */
  readonly xStart?: number;
  readonly xEnd: number;
  readonly isLogarithmic?: boolean;
}

export function shareOfAxis(
  x: number,
  { xStart = 0, xEnd, isLogarithmic }: HorizontalAxis,
): number {
  const place = isLogarithmic ? Math.log10 : (value: number) => value;
  const length = place(xEnd) - place(xStart);
  return length === 0 ? 0 : (place(x) - place(xStart)) / length;
}

const MOST_DECADES = 9;

export function horizontalTicks({ xStart = 0, xEnd, isLogarithmic }: HorizontalAxis): number[] {
  return isLogarithmic ? powersOfTen(xStart, xEnd, MOST_DECADES) : wholeTicksTo(xEnd);
}
