/** The integers of resample against the doubles of bilinear, whatever the map and the size. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lcg } from '../../golden/testing/lcg.ts';
import type { Affine } from './Affine.ts';
import { bilinear } from './bilinear.ts';
import type { ImageSize } from './ImageAugmentation.ts';
import { createFrame, resample } from './resample.ts';

/** To the nearest byte, and what the integers may be off by. */
const TOLERANCE = 0.52;

const imageOf = (size: ImageSize) =>
  Uint8Array.from(lcg(3, [size.channels, size.height, size.width]), (value) => {
    return Math.floor((value + 1) * 128);
  });

/** The largest difference of a pixel; other bytes around the result must stay as they are. */
function largestDifference(size: ImageSize, map: Affine, fill: number): number {
  const { channels, height, width } = size;
  const source = imageOf(size);
  const plane = height * width;
  const out = new Uint8Array(source.length + 2).fill(77);
  resample(source, 0, out, 1, size, map, fill, createFrame(size));
  expect([out[0], out.at(-1)]).toEqual([77, 77]);
  let largest = 0;
  for (let place = 0; place < channels * plane; place++) {
    const channel = Math.floor(place / plane);
    const row = Math.floor((place % plane) / width);
    const column = place % width;
    const x = map.xx * column + map.xy * row + map.x0;
    const y = map.yx * column + map.yy * row + map.y0;
    const expected = bilinear(source, channel * plane, height, width, x, y, fill);
    largest = Math.max(largest, Math.abs((out[1 + place] ?? Number.NaN) - expected));
  }
  return largest;
}

const sizes = fc.record({
  channels: fc.constantFrom(1, 3),
  height: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 1, max: 90 }),
});
const factor = fc.oneof(fc.constantFrom(-1, 0, 1), fc.double({ min: -3, max: 3, noNaN: true }));
const start = fc.oneof(
  fc.integer({ min: -60, max: 60 }),
  fc.double({ min: -60, max: 60, noNaN: true }),
);
const maps = fc.record({ xx: factor, xy: factor, x0: start, yx: factor, yy: factor, y0: start });

it('is bilinear, also at the rim and where nothing of the image is seen (seed 41)', () => {
  fc.assert(
    fc.property(sizes, maps, fc.integer({ min: 0, max: 255 }), (size, map, fill) => {
      expect(largestDifference(size, map, fill)).toBeLessThanOrEqual(TOLERANCE);
    }),
    { seed: 41, numRuns: 300 },
  );
});

it('is as exact in a picture of 5,000 columns, far from where its row began', () => {
  const turned = { xx: 0.9999, xy: -0.0141, x0: 0.37, yx: 0.0001, yy: 0.9999, y0: 0.41 };
  const size = { channels: 1, height: 3, width: 5000 };
  expect(largestDifference(size, turned, 0)).toBeLessThanOrEqual(TOLERANCE);
});

it('takes steps of any width, as several scalings on top of each other make them', () => {
  const shrunk = { xx: 900.25, xy: 0, x0: 3.5, yx: 0.125, yy: 70, y0: 0.25 };
  const size = { channels: 1, height: 2, width: 4000 };
  expect(largestDifference(size, shrunk, 9)).toBeLessThanOrEqual(TOLERANCE);
});

it('rounds a fill value between two grey levels', () => {
  const away = { xx: 1, xy: 0, x0: 50, yx: 0, yy: 1, y0: 0 };
  const size = { channels: 1, height: 2, width: 2 };
  expect(largestDifference(size, away, 12.5)).toBe(0.5);
});
