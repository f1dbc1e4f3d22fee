import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/testStudio.ts';
import { fitImageFile } from './fitImageFile.ts';

test('the bars of a padded image are black, inverted or not', async () => {
  const white = new PNG({ width: 4, height: 2 });
  white.data.fill(255);
  const path = join(temporaryFolder(), 'white.png');
  writeFileSync(path, PNG.sync.write(white));
  const rows = async (isInverted: boolean) => {
    const { pixels } = await fitImageFile({ path, shape: [1, 4, 4], fit: 'pad', isInverted });
    return [0, 1, 2, 3].map((row) => pixels[4 * row]);
  };
  expect(await rows(false)).toEqual([0, 255, 255, 0]);
  expect(await rows(true)).toEqual([0, 0, 0, 0]);
});
