/**
 * A folder of images in two classes: bright dots low or high, each drawn four times, so that a random
 * split tears copies apart. One copy of each class lies in the wrong folder.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const SIZE = 8;
const DOTS = 10;
const COPIES = 4;

export async function writeTwinImages(folder: string): Promise<void> {
  for (const [half, name] of ['high', 'low'].entries()) {
    const other = name === 'high' ? 'low' : 'high';
    await mkdir(join(folder, name), { recursive: true });
    await mkdir(join(folder, other), { recursive: true });
    for (let dot = 0; dot < DOTS; dot += 1) {
      for (let copy = 0; copy < COPIES; copy += 1) {
        const isWrong = dot === 0 && copy === 0;
        const file = `${name}-${dot}-${copy}.png`;
        await writeFile(join(folder, isWrong ? other : name, file), picture(half, dot));
      }
    }
  }
}

function picture(half: number, dot: number): Uint8Array {
  const image = new PNG({ width: SIZE, height: SIZE });
  const bright = new Set([
    half * 32 + dot,
    half * 32 + ((dot * 7 + 3) % 32),
    half * 32 + ((dot * 11 + 17) % 32),
  ]);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel += 1) {
    const level = bright.has(pixel) ? 255 : 0;
    image.data.set([level, level, level, 255], 4 * pixel);
  }
  return PNG.sync.write(image);
}
