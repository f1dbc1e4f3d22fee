/**
 * Finds images that are flips or quarter turns of each other, pixel for pixel: copies that somebody
 * made to have more data, and that must not stand on both sides of a split.
 *
 * Of the eight positions of an image the one with the smallest hash stands for all, so equal
 * representatives are found by one map; what meets there is compared.
 */
import { rowsOfWidth } from './ByteRows.ts';
import { rowHash } from './rowHash.ts';

export interface TurnedPair {
  /** The earlier image and the later one, by index. */
  readonly first: number;
  readonly second: number;
}

/**
 * Pairs that are equal after a flip or turn and not without: each image with the first one like it.
 *
 * @param images [n, channels, height, width].
 */
export function turnedImages(
  images: Uint8Array,
  [channels, height, width]: readonly [number, number, number],
): TurnedPair[] {
  const size = channels * height * width;
  const count = images.length / size;
  const positions = positionsOf(channels, height, width);
  const byHash = new Map<number, number[]>();
  const pairs: TurnedPair[] = [];
  const turned = new Uint8Array(positions.length * size);
  for (let index = 0; index < count; index++) {
    const image = images.subarray(index * size, (index + 1) * size);
    fillPositions(image, positions, turned);
    const key = smallestHash(turned, size, positions.length);
    const alike = byHash.get(key) ?? [];
    const first = alike.find((other) =>
      isPosition(images.subarray(other * size, (other + 1) * size), turned, size),
    );
    if (first === undefined) byHash.set(key, [...alike, index]);
    else if (!areEqual(images, first * size, image)) pairs.push({ first, second: index });
  }
  return pairs;
}

/** Where each pixel of each position comes from; four of them where height and width differ. */
function positionsOf(channels: number, height: number, width: number): Int32Array[] {
  const flips = [false, true];
  const swaps = height === width ? [false, true] : [false];
  const positions: Int32Array[] = [];
  for (const swap of swaps) {
    for (const flipY of flips) {
      for (const flipX of flips) {
        positions.push(
          Int32Array.from({ length: channels * height * width }, (_, at) => {
            const [x, y] = [at % width, Math.floor(at / width) % height];
            const channel = at - y * width - x;
            const toY = flipY ? height - 1 - y : y;
            const toX = flipX ? width - 1 - x : x;
            return channel + (swap ? toX * width + toY : toY * width + toX);
          }),
        );
      }
    }
  }
  return positions;
}

function fillPositions(image: Uint8Array, positions: readonly Int32Array[], out: Uint8Array): void {
  for (const [index, places] of positions.entries()) {
    const start = index * image.length;
    for (let at = 0; at < places.length; at++) out[start + at] = image[places[at]];
  }
}

function smallestHash(turned: Uint8Array, size: number, positions: number): number {
  const rows = rowsOfWidth(turned, size);
  let smallest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < positions; row++) smallest = Math.min(smallest, rowHash(rows, row));
  return smallest;
}

function isPosition(other: Uint8Array, turned: Uint8Array, size: number): boolean {
  for (let start = 0; start < turned.length; start += size) {
    if (areEqual(turned, start, other)) return true;
  }
  return false;
}

function areEqual(bytes: Uint8Array, start: number, image: Uint8Array): boolean {
  for (let at = 0; at < image.length; at++) if (bytes[start + at] !== image[at]) return false;
  return true;
}
