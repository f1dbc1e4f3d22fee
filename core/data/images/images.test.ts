import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeBmp } from './decodeBmp.ts';
import { exifOrientation } from './exifOrientation.ts';
import { imageHeader } from './imageHeader.ts';
import { orientImage } from './orientImage.ts';
import { resizePlanes } from './resizePlanes.ts';
import { fromBase64, imagesGolden, noiseBytes } from './testing/imagesGolden.ts';
import { isGrey, toChannels } from './toChannels.ts';

describe('imageHeader', () => {
  it.each(imagesGolden.files)('$name', ({ name, file, width, height }) => {
    const bytes = fromBase64(file);
    const header = imageHeader(bytes);
    // Cameras store what they hold sideways.
    const size = exifOrientation(bytes) >= 5 ? [height, width] : [width, height];
    expect([header?.width, header?.height]).toEqual(size);
    expect(header?.format).toBe(name.endsWith('jpg') ? 'jpeg' : name.split('.')[1]);
  });

  it('is null for every cut-off header, and for no image', () => {
    for (const { file } of imagesGolden.files) {
      const bytes = fromBase64(file);
      for (let length = 0; length < 16; length++) {
        const header = imageHeader(bytes.subarray(0, length));
        expect(header === null || header.format === 'gif').toBe(true);
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => imageHeader(bytes) === null),
    );
  });
});

describe('exifOrientation', () => {
  it.each(imagesGolden.files.filter(({ name }) => name.startsWith('turned')))(
    '$name',
    ({ name, file }) => {
      expect(exifOrientation(fromBase64(file))).toBe(Number(/\d/.exec(name)?.[0]));
    },
  );

  it('is 1 for whatever cannot be read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => exifOrientation(bytes) === 1),
    );
  });
});

test.each([1, 2, 3, 4])('turning by orientation %i twice gives the image again', (orientation) => {
  const image = { width: 3, height: 2, rgba: noiseBytes(7, 24) };
  const twice = orientImage(orientImage(image, orientation), orientation);
  expect(twice.rgba).toEqual(image.rgba);
});

test.each([
  [5, 5],
  [6, 8],
  [7, 7],
  [8, 6],
])('%i is undone by %i', (orientation, other) => {
  const image = { width: 3, height: 2, rgba: noiseBytes(7, 24) };
  const turned = orientImage(image, orientation);
  expect([turned.width, turned.height]).toEqual([2, 3]);
  expect(orientImage(turned, other).rgba).toEqual(image.rgba);
});

test.each(imagesGolden.files.filter(({ name }) => name.endsWith('.bmp')))(
  'decodeBmp reads what Pillow reads from $name',
  ({ file, width, height, rgba }) => {
    const image = decodeBmp(fromBase64(file));
    expect([image.width, image.height]).toEqual([width, height]);
    expect(image.rgba).toEqual(fromBase64(rgba));
  },
);

test.each(imagesGolden.resizes)(
  'resizing $from to $to is within one grey level of Pillow',
  (one) => {
    const { seed, from, to, pixels } = one;
    const planes = noiseBytes(seed, from[0] * from[1]);
    const [source, target] = [from, to].map(([width, height]) => ({ width, height }));
    const resized = resizePlanes(planes, source!, target!);
    expect(resized.length).toBe(pixels.length);
    for (const [at, value] of resized.entries()) {
      expect(Math.abs(value - (pixels[at] ?? 0))).toBeLessThanOrEqual(1);
    }
  },
);

test('an image of one colour keeps it at every size', () => {
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(side, side, side, side, fc.nat(255), (w, h, w2, h2, value) => {
      const planes = new Uint8Array(w * h).fill(value);
      const resized = resizePlanes(planes, { width: w, height: h }, { width: w2, height: h2 });
      expect(resized.length).toBe(w2 * h2);
      expect(resized.every((pixel) => pixel === value)).toBe(true);
    }),
  );
});

test('grey is Pillow’s', () => {
  const { seed, pixels } = imagesGolden.grey;
  const rgb = noiseBytes(seed, 768);
  const rgba = Uint8Array.from({ length: 1024 }, (_, at) =>
    at % 4 === 3 ? 255 : (rgb[3 * (at >> 2) + (at % 4)] ?? 0),
  );
  const { planes, wasTransparent } = toChannels({ width: 16, height: 16, rgba }, 'grey');
  expect([...planes]).toEqual(pixels);
  expect(wasTransparent).toBe(false);
});

test('what is transparent lies on white', () => {
  const rgba = Uint8Array.from([0, 0, 0, 0, 255, 0, 0, 128]);
  const { planes, wasTransparent } = toChannels({ width: 2, height: 1, rgba }, 'rgb');
  expect([...planes]).toEqual([255, 255, 255, 127, 255, 127]);
  expect(wasTransparent).toBe(true);
  expect(isGrey({ width: 2, height: 1, rgba })).toBe(false);
});
