/**
 * Thins a series to at most `maximum` points by keeping each bucket's lowest and highest, in order.
 *
 * Peaks survive, which an average would hide; the first and the last point always stay. Buckets
 * are equally wide in position, not equally full: a part that was thinned before keeps its share
 * of the points, so that noise does not seem to grow toward the newest.
 *
 * A point without a measure (0 on a logarithmic axis) is kept only where its bucket holds no other:
 * as the lowest it would take the place of one that can be drawn.
 */
export function decimate<T>(
  points: readonly T[],
  maximum: number,
  position: (point: T) => number,
  measure: (point: T) => number | undefined,
): readonly T[] {
  if (points.length <= maximum) return points;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return points;
  const buckets = Math.max(1, Math.floor((maximum - 2) / 2));
  const start = position(first);
  const width = (position(last) - start) / buckets;
  const kept: T[] = [first];
  const isWithin = (point: T | undefined, bucket: number) =>
    point !== undefined && (bucket === buckets || position(point) < start + bucket * width);
  let from = 1;
  for (let bucket = 1; bucket <= buckets; bucket += 1) {
    let to = from;
    while (to < points.length - 1 && isWithin(points[to], bucket)) to += 1;
    kept.push(...extremes(points.slice(from, to), measure));
    from = to;
  }
  return [...kept, last];
}

/**
 * The lowest and the highest, in the order in which they stand. A value that is not finite counts
 * as highest; where no point has a measure, the first stands for all.
 */
function extremes<T>(bucket: readonly T[], measure: (point: T) => number | undefined): T[] {
  let low = -1;
  let high = -1;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [index, point] of bucket.entries()) {
    const value = measure(point);
    if (value === undefined) continue;
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
  if (low < 0) return bucket.slice(0, 1);
  const indices = [...new Set([low, high])].filter((index) => index >= 0).sort((a, b) => a - b);
  return indices.flatMap((index) => {
    const point = bucket[index];
    return point === undefined ? [] : [point];
  });
}
