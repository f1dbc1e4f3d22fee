/**
 * Reads a folder or an archive of images into the library's form, one image at a time.
 *
 * All samples of a dataset have one size and one colour mode. Both are a person's choice; else the
 * size that most images have or a square, and grey where all images looked at are grey.
 */
import type { ImageFit, ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import { bytesOf } from '../../../../core/data/bytesOf.ts';
import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { fitPlanes } from '../../../../core/data/images/fitPlanes.ts';
import { type ColorMode, isGrey, toChannels } from '../../../../core/data/images/toChannels.ts';
import { imageSizes } from '../../../../core/data/statistics/imageSizes.ts';
import { refuseFewClasses } from './arrangeImages.ts';
import { DamagedImages } from './DamagedImages.ts';
import type { WrittenDataset } from './DatasetWriter.ts';
import { decodeImage } from './decodeImage.ts';
import type { ImageFile, ImageFiles } from './ImageFiles.ts';
import type { ImportContext } from './ImportContext.ts';
import { shownPlaces } from './shownPlaces.ts';

/** Enough to know what a folder holds, and decoded in a moment. */
export const LOOKED_AT = 100;
/** Beside what they become. */
const SHOWN = 12;
/** Of a size that nobody has chosen: photographs would make a network of millions of inputs. */
const LONGEST_SIDE = 128;

export interface ImageForm {
  readonly height: number;
  readonly width: number;
  readonly color: ColorMode;
  readonly sizes: readonly { height: number; width: number; count: number }[];
  /** Of the images looked at. */
  readonly damaged: DamagedImages;
  /** Places in the list of files of some from every class, with their images. */
  readonly looked: readonly { readonly index: number; readonly image: DecodedImage }[];
}

export async function importImages(
  images: ImageFiles,
  context: ImportContext,
): Promise<WrittenDataset> {
  const { files } = images;
  const { height, width, color } = await findForm(images, context.options);
  const { fit } = context.options;
  const isLeftOut = context.options.damaged === 'drop';
  const damaged = new DamagedImages();
  const kept: ImageFile[] = [];
  const writer = context.createWriter('images');
  const counts = { resized: 0, transparent: 0 };
  const sizes: number[] = [];
  for (const [index, file] of files.entries()) {
    const image = await readImage(images, index, damaged);
    if (damaged.isHopeless && !isLeftOut) throw damaged.toError(true);
    context.progress(index / files.length, index);
    // Behind a damaged one, the others are looked at alone: so that all are named.
    if (!image || (damaged.count > 0 && !isLeftOut)) continue;
    kept.push(file);
    sizes.push(image.height, image.width);
    const { planes, wasTransparent } = toChannels(image, color);
    if (wasTransparent) counts.transparent += 1;
    if (image.height !== height || image.width !== width) counts.resized += 1;
    writer.write('images', fitPlanes(planes, image, { height, width }, fit));
  }
  if (damaged.count > 0 && !isLeftOut) throw damaged.toError();
  refuseFewClasses(kept, context.name);
  const labels = [...new Set(kept.map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const targets = Int32Array.from(kept, ({ label }) => places.get(label) ?? 0);
  writer.write('targets', bytesOf(targets));
  if (kept[0]?.split !== null) {
    writer.write(
      'givenSplits',
      Uint8Array.from(kept, ({ split }) => split ?? 0),
    );
  }
  const classCounts = labels.map(() => 0);
  for (const place of targets) classCounts[place] = (classCounts[place] ?? 0) + 1;
  const written = writer.finish({
    kind: 'image',
    samples: kept.length,
    sampleShape: [color === 'rgb' ? 3 : 1, height, width],
    ...(fit !== 'stretch' && { fit }),
    target: { kind: 'class', name: 'label', labels, counts: classCounts },
    columns: [],
    missing: [],
    warnings: [
      ...images.warnings,
      ...leftOutNote(damaged),
      ...notesOf(counts, kept.length, { height, width, fit }),
    ],
  });
  return { ...written, imageSizes: imageSizes(sizes) };
}

/** An archive that cannot be read is no damaged image, and ends the import. */
async function readImage(
  { files, read }: ImageFiles,
  index: number,
  damaged: DamagedImages,
): Promise<DecodedImage | null> {
  const path = files[index]?.path ?? '';
  const bytes = await read(index);
  return damaged.take(path, () => decodeImage(bytes, path));
}

function leftOutNote(damaged: DamagedImages): string[] {
  const fate = damaged.count === 1 ? 'The image was left out.' : 'The images were left out.';
  return damaged.count === 0 ? [] : [[damaged.toText(), fate].join(' ')];
}

type FittedForm = Pick<ImageForm, 'height' | 'width'> & { readonly fit: ImageFit };

function fittedNote(count: number, all: number, { height, width, fit }: FittedForm): string {
  switch (fit) {
    case 'stretch':
      return `${count} of ${all} images had another size and were resized to a width of ${width} and a height of ${height}.`;
    case 'crop':
      return `${count} of ${all} images had another size and were cropped and resized to a width of ${width} and a height of ${height}.`;
    case 'pad':
      return `${count} of ${all} images had another size and were resized and padded to a width of ${width} and a height of ${height}.`;
    default:
      return fit satisfies never;
  }
}

function notesOf(
  { resized, transparent }: { readonly resized: number; readonly transparent: number },
  total: number,
  { height, width, fit }: FittedForm,
): string[] {
  const notes: string[] = [];
  if (resized > 0) {
    notes.push(fittedNote(resized, total, { height, width, fit }));
  }
  if (transparent > 0) {
    notes.push(`${transparent} of ${total} images were partly transparent and lie on white now.`);
  }
  return notes;
}

/**
 * Size and colour of the dataset to be, from images spread over the list. Throws where none can be
 * read.
 */
export async function findForm(
  images: ImageFiles,
  { size, color }: ImportOptions,
): Promise<ImageForm> {
  const { files } = images;
  const damaged = new DamagedImages();
  const step = Math.max(1, files.length / LOOKED_AT);
  const spread = new Set<number>();
  for (let at = 0; at < files.length; at += step) spread.add(Math.floor(at));
  const shown = new Set(shownPlaces(files, SHOWN));
  const looked: { index: number; image: DecodedImage }[] = [];
  const sizes = new Map<string, { height: number; width: number; count: number }>();
  let allGrey = true;
  for (const index of [...new Set([...spread, ...shown])].sort((a, b) => a - b)) {
    const image = await readImage(images, index, damaged);
    if (!image) continue;
    const { height, width } = image;
    allGrey &&= isGrey(image);
    if (shown.has(index)) looked.push({ index, image });
    if (!spread.has(index)) continue;
    const key = `${height} ${width}`;
    const known = sizes.get(key) ?? { height, width, count: 0 };
    sizes.set(key, { ...known, count: known.count + 1 });
  }
  if (sizes.size === 0) throw damaged.toError();
  const bySize = [...sizes.values()].sort((a, b) => b.count - a.count);
  const [height, width] = size ?? shrunk(proposedSize(bySize));
  const found = { height, width, color: color ?? (allGrey ? ('grey' as const) : ('rgb' as const)) };
  return { ...found, sizes: bySize, looked, damaged };
}

/** The size of more than half of the images, else a square: of no shape that one image has by chance. */
function proposedSize(bySize: ImageForm['sizes']): { height: number; width: number } {
  const sides = bySize
    .flatMap(({ height, width, count }) => new Array<number[]>(count).fill([height, width]).flat())
    .sort((a, b) => a - b);
  const [most] = bySize;
  // Each image has two sides.
  if (most && 4 * most.count > sides.length) return most;
  const median = sides[Math.floor(sides.length / 2)] ?? 1;
  return { height: median, width: median };
}

function shrunk({ height, width }: { height: number; width: number }): [number, number] {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(height, width));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return [scaled(height), scaled(width)];
}
