import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomAt } from '../../random/randomAt.ts';
import { nearImages } from './nearImages.ts';
import { nearVectors } from './nearVectors.ts';
import { reduceImages } from './reduceImages.ts';
import { turnedImages } from './turnedImages.ts';

const shape = [1, 20, 20] as const;

/** Smooth blobs, as different as drawings are. */
function blobs(count: number, seed = 1): Uint8Array {
  const images = new Uint8Array(count * 400);
  for (let index = 0; index < count; index++) {
    const random = randomAt({ seed, stream: 'augment', index });
    const [x, y, size] = [
      4 + random.nextBelow(12),
      4 + random.nextBelow(12),
      2 + random.nextBelow(5),
    ];
    const slant = random.nextFloat() - 0.5;
    for (let pixel = 0; pixel < 400; pixel++) {
      const dx = (pixel % 20) - x;
      const dy = Math.floor(pixel / 20) - y + slant * dx;
      images[index * 400 + pixel] = 255 * Math.exp(-(dx * dx + dy * dy) / (size * size));
    }
  }
  return images;
}

const all = (count: number) => Int32Array.from({ length: count }, (_, index) => index);

test('images reduced to blocks keep their means', () => {
  const images = Uint8Array.from({ length: 3 * 40 * 40 }, (_, at) => at % 200);
  const { rows, blocks } = reduceImages(images, [3, 40, 40], all(1));
  expect(blocks).toBe(256);
  expect(reduceImages(new Uint8Array(64).fill(9), [1, 8, 8], all(1)).rows).toEqual(
    new Float32Array(64).fill(9),
  );
  expect(Math.min(...rows)).toBeGreaterThan(0);
});

test('a noisy and a slightly brighter copy are near, another image is not', () => {
  const images = blobs(40);
  const random = randomAt({ seed: 3, stream: 'augment' });
  const noisy = images.slice(0, 400).map((value) => Math.max(0, value + random.nextBelow(9) - 4));
  const brighter = images.slice(400, 800).map((value) => Math.min(255, value + 3));
  images.set(noisy, 38 * 400);
  images.set(brighter, 39 * 400);
  const { pairs } = nearImages(images, shape, all(40));
  expect(pairs).toEqual(
    expect.arrayContaining([
      [0, 38],
      [1, 39],
    ]),
  );
  expect(pairs.length).toBeLessThan(5);
});

test('no pair is missed, and none is invented', () => {
  const anyRows = fc.array(
    fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(anyRows, fc.constantFrom(0.5, 1, 1.5, 2), (list, distance) => {
      const expected: number[][] = [];
      for (let a = 0; a < list.length; a++) {
        for (let b = a + 1; b < list.length; b++) {
          const squares = list[a]!.reduce((sum, value, i) => sum + (value - list[b]![i]!) ** 2, 0);
          if (squares <= distance ** 2) expected.push([a, b]);
        }
      }
      const found = nearVectors(Float32Array.from(list.flat()), 3, distance);
      expect(found).toEqual({ pairs: expected, crowded: 0 });
    }),
  );
});

test('flips and quarter turns are found, equal images and others are not', () => {
  const images = blobs(12);
  const image = images.slice(0, 400);
  const at = (x: number, y: number) => image[y * 20 + x] ?? 0;
  const flipped = image.map((_, pixel) => at(19 - (pixel % 20), Math.floor(pixel / 20)));
  const turned = image.map((_, pixel) => at(Math.floor(pixel / 20), 19 - (pixel % 20)));
  images.set(flipped, 9 * 400);
  images.set(turned, 10 * 400);
  images.set(image, 11 * 400);
  expect(turnedImages(images, shape)).toEqual([
    { first: 0, second: 9 },
    { first: 0, second: 10 },
  ]);
  const wide = Uint8Array.of(1, 2, 3, 4, 5, 6, 3, 2, 1, 6, 5, 4);
  expect(turnedImages(wide, [1, 2, 3])).toEqual([{ first: 0, second: 1 }]);
});
