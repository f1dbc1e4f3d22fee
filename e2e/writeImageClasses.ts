import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';

interface ImageClasses {
  readonly classes: number;
  /** Height and width, in pixels. */
  readonly size: number;
  readonly images: number;
}

/** A folder with a folder of grey images for each class: a bright bar, at a height of its own. */
export async function writeImageClasses(folder: string, wanted: ImageClasses): Promise<void> {
  const { classes, size, images } = wanted;
  for (let label = 0; label < classes; label += 1) {
    const path = join(folder, `class${label}`);
    await mkdir(path, { recursive: true });
    for (let image = 0; image < images; image += 1) {
      const png = new PNG({ width: size, height: size, colorType: 0 });
      for (let pixel = 0; pixel < size * size; pixel += 1) {
        const row = Math.floor(pixel / size);
        const isBar = Math.floor((row * classes) / size) === label;
        const level = (isBar ? 200 : 0) + ((pixel * 7 + image * 13) % 50);
        png.data.set([level, level, level, 255], 4 * pixel);
      }
      await writeFile(join(path, `${image}.png`), PNG.sync.write(png, { colorType: 0 }));
    }
  }
}
