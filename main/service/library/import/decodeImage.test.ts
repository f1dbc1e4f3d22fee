import { expect, test } from 'vitest';
import { fromBase64, imagesGolden } from '../../../../core/data/images/testing/imagesGolden.ts';
import { decodeImage } from './decodeImage.ts';

/** Decoders of lossy formats may round otherwise. */
const LOSSY_LEVELS = 3;

test.each(imagesGolden.files)('$name is read as Pillow reads it', async (recorded) => {
  const { name, file, width, height, rgba, lossy } = recorded;
  const image = await decodeImage(fromBase64(file), name);
  expect([image.width, image.height]).toEqual([width, height]);
  const expected = fromBase64(rgba);
  if (!lossy) expect(new Uint8Array(image.rgba)).toEqual(expected);
  const worst = image.rgba.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? 0))),
    0,
  );
  expect(worst).toBeLessThanOrEqual(lossy ? LOSSY_LEVELS : 0);
});

test.each(imagesGolden.files)('half of $name is refused by its name', async ({ name, file }) => {
  const bytes = fromBase64(file);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  await expect(decodeImage(half, name)).rejects.toMatchObject({
    code: 'invalid-dataset',
    where: name,
  });
});
