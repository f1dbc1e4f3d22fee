import type { NearPairs } from './NearPairs.ts';
import { nearVectors } from './nearVectors.ts';
import { reduceImages } from './reduceImages.ts';

/** Grey levels: below what a new JPEG compression changes in a block, above sensor noise. */
const TOLERANCE = 4;

/**
 * Images that show nearly the same: the means of their blocks, at most 16 × 16 in grey, differ by
 * no more than 4 of 255 levels, root mean square. Pairs are positions in `chosen`.
 *
 * @param images [n, channels, height, width].
 * @param chosen Which images, by index, no two of them equal.
 */
export function nearImages(
  images: Uint8Array,
  shape: readonly [number, number, number],
  chosen: Int32Array,
  tolerance = TOLERANCE,
): NearPairs {
  const { rows, blocks } = reduceImages(images, shape, chosen);
  return nearVectors(rows, blocks, tolerance * Math.sqrt(blocks));
}
