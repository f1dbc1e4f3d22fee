/**
 * The value between four pixels; pixels outside the picture have the fill value.
 *
 * As scipy's `grid-constant` mode of order 1. Written for the rim and for displaced pixels; resample
 * has the same sum inside its loop.
 */
export function bilinear(
  pixels: Float32Array,
  offset: number,
  height: number,
  width: number,
  x: number,
  y: number,
  fill: number,
): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  const pixel = (row: number, column: number) =>
    row >= 0 && row < height && column >= 0 && column < width
      ? pixels[offset + row * width + column]
      : fill;
  const above = pixel(top, left) * (1 - right) + pixel(top, left + 1) * right;
  const below = pixel(top + 1, left) * (1 - right) + pixel(top + 1, left + 1) * right;
  return above * (1 - down) + below * down;
}
