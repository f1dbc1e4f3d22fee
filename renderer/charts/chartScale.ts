/**
 * Where a value stands between the ends of an axis, in [0, 1], and the axis's round ticks.
 *
 * A logarithmic axis has a tick at each power of ten, or at every other one and so on where there
 * are many.
 */
import { wholeTicksTo } from './axisTicks.ts';

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
  if (!isLogarithmic) return wholeTicksTo(xEnd);
  // What rounding adds to a logarithm must not cost an end its tick.
  const first = Math.ceil(Math.log10(xStart) - 1e-9);
  const last = Math.floor(Math.log10(xEnd) + 1e-9);
  const step = Math.ceil((last - first + 1) / MOST_DECADES);
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => Number(`1e${first + index * step}`));
}
