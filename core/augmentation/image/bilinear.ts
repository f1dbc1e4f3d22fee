/**
 * The value between four pixels; pixels outside the picture have the fill value.
 *
 * As scipy's `grid-constant` mode of order 1. For pixels that are displaced one by one; resample has
 * the same sum in integers.
 */
export function bilinear(
  pixels: Uint8Array | Float32Array,
  offset: number,
  height: number,
  width: number,
  x: number,
  y: number,
  fill: number,
): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || left >= width || top < -1 || top >= height) return fill;
  const right = x - left;
  const down = y - top;
  const at = offset + top * width + left;
  const hasLeft = left >= 0;
  const hasRight = left + 1 < width;
  const hasTop = top >= 0;
  const hasBottom = top + 1 < height;
  const topLeft = hasTop && hasLeft ? pixels[at] : fill;
  const topRight = hasTop && hasRight ? pixels[at + 1] : fill;
  const bottomLeft = hasBottom && hasLeft ? pixels[at + width] : fill;
  const bottomRight = hasBottom && hasRight ? pixels[at + width + 1] : fill;
  const above = topLeft + (topRight - topLeft) * right;
  const below = bottomLeft + (bottomRight - bottomLeft) * right;
  return above + (below - above) * down;
}
