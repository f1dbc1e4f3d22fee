import type { ChartPoint } from './ChartSeries.ts';

/** The point whose x is nearest; points are ordered by x. */
export function nearestPoint(points: readonly ChartPoint[], x: number): ChartPoint | null {
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) <= x) low = middle;
    else high = middle;
  }
  const left = points[low];
  const right = points[high];
  if (!left || !right) return left ?? right ?? null;
  return x - left.x <= right.x - x ? left : right;
}
