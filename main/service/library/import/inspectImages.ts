/** What importing images would give: their sizes, their classes, and some as they would become. */
import type { FileInspection, InspectedImage } from '../../../../core/contract/FileInspection.ts';
import type { ImageDataset } from '../../../../core/data/Dataset.ts';
import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { fitPlanes } from '../../../../core/data/images/fitPlanes.ts';
import { type ColorMode, isGrey, toChannels } from '../../../../core/data/images/toChannels.ts';
import type { ArrayPart } from '../../../../core/data/npy/arrangeArrays.ts';
import type { DamagedImages } from './DamagedImages.ts';
import type { ImageFiles } from './ImageFiles.ts';
import type { InspectContext } from './ImportContext.ts';
import { imageLayout } from './importImageArrays.ts';
import { findForm, LOOKED_AT } from './importImages.ts';
import { countClasses, type TableInspection } from './inspectTable.ts';
import { thumbnailOf } from './thumbnailOf.ts';

const SHOWN = 12;

const nothing = {
  kind: 'image',
  encoding: null,
  delimiter: null,
  decimal: null,
  header: null,
  quotes: null,
  task: 'classification',
  text: null,
  splitColumn: null,
  columns: [],
  columnCount: 0,
  rows: [],
  imageSizes: [],
  images: [],
  warnings: [],
  refusals: [],
} as const satisfies Partial<FileInspection>;

export async function inspectImages(
  images: ImageFiles,
  { options }: InspectContext,
): Promise<TableInspection> {
  const { files } = images;
  const { height, width, color, sizes, looked, damaged } = await findForm(images, options);
  const shown = looked.map(({ index, image }) => ({
    name: files[index]?.path ?? '',
    label: files[index]?.label ?? '',
    height: image.height,
    width: image.width,
    original: originalOf(image, { height, width, color }),
    pixels: [...fitPlanes(toChannels(image, color).planes, image, { height, width }, options.fit)],
  }));
  return {
    ...nothing,
    target: 'label',
    ...classesOf(files.map(({ label }) => label)),
    shape: [color === 'rgb' ? 3 : 1, height, width],
    imageSizes: sizes.slice(0, 20),
    images: shown,
    sampled: Math.min(LOOKED_AT, files.length),
    samples: files.length,
    ...damagedFault(damaged, options.damaged === 'drop', images.warnings),
  };
}

function damagedFault(
  damaged: DamagedImages,
  isLeftOut: boolean,
  others: readonly string[],
): Pick<FileInspection, 'warnings' | 'refusals'> {
  if (damaged.count === 0) return { warnings: [...others], refusals: [] };
  const fate = isLeftOut ? 'Damaged images are left out.' : 'The import refuses damaged images.';
  const message = [damaged.toText(), fate].join(' ');
  if (isLeftOut) return { warnings: [message, ...others], refusals: [] };
  const refusal = { message, wayOut: 'leave-damaged-out', column: null } as const;
  return { warnings: [...others], refusals: [refusal] };
}

interface Form {
  readonly height: number;
  readonly width: number;
  readonly color: ColorMode;
}

function originalOf(image: DecodedImage, form: Form): InspectedImage['original'] {
  const isSameSize = image.height === form.height && image.width === form.width;
  return isSameSize && (form.color === 'rgb' || isGrey(image)) ? null : thumbnailOf(image);
}

/** Of IDX files, which are whole in memory already. */
export function inspectImageDataset(dataset: ImageDataset): TableInspection {
  const { sampleShape, samples, target, targets, images } = dataset;
  const labels = target.kind === 'class' ? target.labels : [];
  const size = sampleShape.reduce((product, length) => product * length, 1);
  const [, height = 1, width = 1] = sampleShape;
  return {
    ...nothing,
    target: target.name,
    classes: labels
      .map((label, index) => ({
        label,
        count: target.kind === 'class' ? (target.counts[index] ?? 0) : 0,
      }))
      .slice(0, 100),
    classCount: labels.length,
    shape: [...sampleShape],
    imageSizes: [{ height, width, count: samples }],
    images: Array.from({ length: Math.min(SHOWN, samples) }, (_, index) => ({
      name: String(index),
      label: labels[targets[index] ?? 0] ?? '',
      height,
      width,
      original: null,
      pixels: [...images.subarray(index * size, (index + 1) * size)],
    })),
    sampled: samples,
    samples,
    warnings: [...dataset.warnings],
  };
}

/** Of arrays: shapes and labels; the pixels are seen after importing. */
export function inspectImageArrays(parts: readonly ArrayPart[]): TableInspection {
  const layouts = parts.map(({ samples, samplesName }) => imageLayout(samples, samplesName));
  const labels = parts.flatMap(({ targets }) =>
    Array.from({ length: Math.min(targets.length, 10_000) }, (_, index) =>
      String(targets.at(index)),
    ),
  );
  const samples = parts.reduce((sum, part) => sum + part.targets.length, 0);
  const shape = layouts[0]?.shape ?? [1, 1, 1];
  return {
    ...nothing,
    target: parts[0]?.targetsName ?? null,
    ...classesOf(labels),
    shape: [...shape],
    imageSizes: [{ height: shape[1], width: shape[2], count: samples }],
    sampled: labels.length,
    samples,
  };
}

function classesOf(labels: readonly string[]): Pick<FileInspection, 'classes' | 'classCount'> {
  const classes = countClasses(labels);
  return { classes: classes.slice(0, 100), classCount: classes.length };
}
