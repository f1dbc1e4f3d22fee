/**
 * Reads a folder or an archive of images into the library's form, one image at a time.
 *
 * All samples of a dataset have one size and one colour mode. Both are a person's choice; else the
 * most common size, and grey where all images looked at are grey.
 */
import type { ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import { bytesOf } from '../../../../core/data/bytesOf.ts';
import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { resizePlanes } from '../../../../core/data/images/resizePlanes.ts';
import { type ColorMode, isGrey, toChannels } from '../../../../core/data/images/toChannels.ts';
import type { WrittenDataset } from './DatasetWriter.ts';
import { decodeImage } from './decodeImage.ts';
import type { ImageFiles } from './ImageFiles.ts';
import type { ImportContext } from './ImportContext.ts';

/** Enough to know what a folder holds, and decoded in a moment. */
const LOOKED_AT = 200;
/** Of a size that nobody has chosen: photographs would make a network of millions of inputs. */
const LONGEST_SIDE = 128;

export interface ImageForm {
  readonly height: number;
  readonly width: number;
  readonly color: ColorMode;
  readonly sizes: readonly { height: number; width: number; count: number }[];
  /** Places in the list of files, with their images. */
  readonly looked: readonly { readonly index: number; readonly image: DecodedImage }[];
}

export async function importImages(
  images: ImageFiles,
  context: ImportContext,
): Promise<WrittenDataset> {
  const { files } = images;
  const { height, width, color } = await findForm(images, context.options);
  const writer = context.createWriter('images');
  const counts = { resized: 0, transparent: 0 };
  for (const [index, { path }] of files.entries()) {
    const image = await decodeImage(await images.read(index), path);
    const { planes, wasTransparent } = toChannels(image, color);
    if (wasTransparent) counts.transparent += 1;
    if (image.height !== height || image.width !== width) counts.resized += 1;
    writer.write('images', resizePlanes(planes, image, { height, width }));
    context.progress(index / files.length, index);
  }
  const labels = [...new Set(files.map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const targets = Int32Array.from(files, ({ label }) => places.get(label) ?? 0);
  writer.write('targets', bytesOf(targets));
  if (files[0]?.split !== null) {
    writer.write(
      'givenSplits',
      Uint8Array.from(files, ({ split }) => split ?? 0),
    );
  }
  const classCounts = labels.map(() => 0);
  for (const place of targets) classCounts[place] = (classCounts[place] ?? 0) + 1;
  return writer.finish({
    kind: 'image',
    samples: files.length,
    sampleShape: [color === 'rgb' ? 3 : 1, height, width],
    target: { kind: 'class', name: 'label', labels, counts: classCounts },
    columns: [],
    missing: [],
    warnings: [...images.warnings, ...notesOf(counts, files.length, height, width)],
  });
}

function notesOf(
  { resized, transparent }: { readonly resized: number; readonly transparent: number },
  total: number,
  height: number,
  width: number,
): string[] {
  const notes: string[] = [];
  if (resized > 0) {
    notes.push(
      `${resized} of ${total} images had another size and were resized to ${width}×${height}.`,
    );
  }
  if (transparent > 0) {
    notes.push(`${transparent} of ${total} images were partly transparent and lie on white now.`);
  }
  return notes;
}

/** Size and colour of the dataset to be, from images spread over the list. */
export async function findForm(
  { files, read }: ImageFiles,
  { size, color }: ImportOptions,
  most = LOOKED_AT,
): Promise<ImageForm> {
  const step = Math.max(1, files.length / most);
  const looked: { index: number; image: DecodedImage }[] = [];
  const sizes = new Map<string, { height: number; width: number; count: number }>();
  let allGrey = true;
  for (let at = 0; at < files.length; at += step) {
    const index = Math.floor(at);
    const image = await decodeImage(await read(index), files[index]?.path ?? '');
    const { height, width } = image;
    const key = `${height} ${width}`;
    const known = sizes.get(key) ?? { height, width, count: 0 };
    sizes.set(key, { ...known, count: known.count + 1 });
    allGrey &&= isGrey(image);
    if (looked.length < 12) looked.push({ index, image });
  }
  const bySize = [...sizes.values()].sort((a, b) => b.count - a.count);
  const [height, width] = size ?? shrunk(bySize[0] ?? { height: 1, width: 1 });
  return { height, width, color: color ?? (allGrey ? 'grey' : 'rgb'), sizes: bySize, looked };
}

function shrunk({ height, width }: { height: number; width: number }): [number, number] {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(height, width));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return [scaled(height), scaled(width)];
}
