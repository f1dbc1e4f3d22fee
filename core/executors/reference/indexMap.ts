/**
 * Index arithmetic, done once while binding: a map gives for each position of a row-major tensor an
 * offset elsewhere.
 *
 * Broadcasts, transposes and reductions are all the same loop over such a map; they differ only in
 * its strides.
 */
import { type Shape, sizeOf } from '../../graph/Tensor.ts';

/** Distance in memory between neighbours along each axis, row-major. */
export function stridesOf(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}

/**
 * For each position of the shape in row-major order: the sum of index times stride over the axes.
 */
export function indexMap(shape: Shape, strides: readonly number[]): Int32Array {
  const map = new Int32Array(sizeOf(shape));
  // Axis by axis from the outermost: what is filled so far is repeated with growing offsets.
  let block = map.length;
  for (const [axis, size] of shape.entries()) {
    block /= size;
    const stride = strides[axis];
    for (let position = 0; position < map.length; position++) {
      map[position] += (Math.floor(position / block) % size) * stride;
    }
  }
  return map;
}

/** For each position of the broadcast shape: where its value stands in the smaller tensor. */
export function broadcastMap(from: Shape, to: Shape): Int32Array {
  const own = stridesOf(from);
  const added = to.length - from.length;
  const strides = to.map((_, axis) =>
    axis < added || from[axis - added] === 1 ? 0 : own[axis - added],
  );
  return indexMap(to, strides);
}

/** For each position of the shape: where it goes when the axes are reduced. */
export function reductionMap(shape: Shape, axes: readonly number[]): Int32Array {
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return broadcastMap(kept, shape);
}
