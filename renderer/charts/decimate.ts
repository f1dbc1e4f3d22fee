/**
 * Thins a series to at most `maximum` points by keeping each bucket's lowest and highest, in order.
 *
 * Peaks survive, which an average would hide; the first and the last point always stay.
 */
export function decimate<T>(
  points: readonly T[],
  maximum: number,
  measure: (point: T) => number,
): readonly T[] {
  if (points.length <= maximum) return points;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return points;
  const buckets = Math.max(1, Math.floor((maximum - 2) / 2));
  const inner = points.length - 2;
  const kept: T[] = [first];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = 1 + Math.floor((bucket * inner) / buckets);
    const to = 1 + Math.floor(((bucket + 1) * inner) / buckets);
    kept.push(...extremes(points.slice(from, to), measure));
  }
  return [...kept, last];
}

/**
 * The lowest and the highest, in the order in which they stand. A value that is not finite counts
 * as highest.
 */
function extremes<T>(bucket: readonly T[], measure: (point: T) => number): T[] {
  let low = -1;
  let high = -1;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [index, point] of bucket.entries()) {
    const value = measure(point);
    const size = Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
    if (size < lowest || low < 0) {
      lowest = size;
      low = index;
    }
    if (size > highest) {
      highest = size;
      high = index;
    }
  }
  const indices = [...new Set([low, high])].filter((index) => index >= 0).sort((a, b) => a - b);
  return indices.flatMap((index) => {
    const point = bucket[index];
    return point === undefined ? [] : [point];
  });
}
