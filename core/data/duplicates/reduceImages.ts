/**
 * Images made small and grey, for comparing what they show rather than every pixel: noise, a new
 * compression or one pixel of blur hardly change the mean of a block.
 */
const MOST_BLOCKS = 16;

export interface ReducedImages {
  /** [n, blocks] row-major: mean grey levels, 0..255. */
  readonly rows: Float32Array;
  /** Blocks of an image, at most 16 × 16. */
  readonly blocks: number;
}

/**
 * @param images [n, channels, height, width], 0..255.
 * @param chosen Which images, by index.
 */
export function reduceImages(
  images: Uint8Array,
  [channels, height, width]: readonly [number, number, number],
  chosen: Int32Array,
): ReducedImages {
  const across = Math.min(MOST_BLOCKS, width);
  const down = Math.min(MOST_BLOCKS, height);
  const blocks = across * down;
  const blockOf = Int32Array.from({ length: height * width }, (_, pixel) => {
    const y = Math.floor((Math.floor(pixel / width) * down) / height);
    return y * across + Math.floor(((pixel % width) * across) / width);
  });
  const pixelsIn = new Float64Array(blocks);
  for (const block of blockOf) pixelsIn[block] += channels;
  const rows = new Float32Array(chosen.length * blocks);
  const sums = new Float64Array(blocks);
  for (const [row, index] of chosen.entries()) {
    sums.fill(0);
    const start = index * channels * blockOf.length;
    for (let at = 0; at < channels * blockOf.length; at++) {
      sums[blockOf[at % blockOf.length]] += images[start + at];
    }
    for (let block = 0; block < blocks; block++) {
      rows[row * blocks + block] = sums[block] / pixelsIn[block];
    }
  }
  return { rows, blocks };
}
