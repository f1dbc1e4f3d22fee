/**
 * Width and height of the texture in which GPU.js keeps a row of `count` values: about square.
 *
 * A kernel is compiled for the sizes of what it reads at first, so textures of our own must have the
 * same.
 */
export function rowSize(count: number): readonly [number, number] {
  const side = Math.sqrt(count);
  let [high, low] = [Math.ceil(side), Math.floor(side)];
  while (high * low < count) {
    high -= 1;
    low = Math.ceil(count / high);
  }
  return [low, Math.ceil(count / low)];
}
