/**
 * The elements of an array in Fortran order, where the first index goes fastest, in row-major order.
 *
 * @param bytes The elements alone, each of `width` bytes.
 */
export function toRowMajor(bytes: Uint8Array, shape: readonly number[], width: number): Uint8Array {
  const moved = new Uint8Array(bytes.length);
  const indices = shape.map(() => 0);
  /** Of a step along each axis, in `bytes`. */
  const strides: number[] = [];
  let stride = width;
  for (const size of shape) {
    strides.push(stride);
    stride *= size;
  }
  let from = 0;
  for (let to = 0; to < moved.length; to += width) {
    for (let byte = 0; byte < width; byte++) moved[to + byte] = bytes[from + byte];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      indices[axis] += 1;
      from += strides[axis];
      if (indices[axis] < shape[axis]) break;
      from -= indices[axis] * strides[axis];
      indices[axis] = 0;
    }
  }
  return moved;
}
