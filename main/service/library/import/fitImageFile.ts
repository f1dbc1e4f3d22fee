/** One image file, decoded and made what a model takes: as an import of such images would. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FittedImage } from '../../../../core/contract/ImageSource.ts';
import type { ImageFit } from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { fitPlanes } from '../../../../core/data/images/fitPlanes.ts';
import { toChannels } from '../../../../core/data/images/toChannels.ts';
import { decodeImage } from './decodeImage.ts';
import { thumbnailOf } from './thumbnailOf.ts';

interface FitWish {
  readonly path: string;
  /** [channels, height, width], of 1 or 3 channels. */
  readonly shape: readonly [number, number, number];
  /** As the model's dataset was imported. */
  readonly fit: ImageFit;
  readonly isInverted: boolean;
}

const MOST_BYTES = 2 ** 29;

/** Throws StudioError `invalid-dataset` for what is no image. */
export async function fitImageFile({
  path,
  shape,
  fit,
  isInverted,
}: FitWish): Promise<FittedImage> {
  const [channels, height, width] = shape;
  const name = basename(path);
  if (channels !== 1 && channels !== 3) {
    throw new StudioError(
      'invalid-request',
      `An image file has 1 or 3 channels. The model takes ${channels}.`,
      { where: path, hint: 'Predict its samples in the terminal, from a file of numbers.' },
    );
  }
  const image = await decodeImage(await readWhole(path), name);
  const { planes } = toChannels(image, channels === 3 ? 'rgb' : 'grey');
  // Before what stands beside a padded image, which is black in either.
  const drawn = isInverted ? planes.map((value) => 255 - value) : planes;
  return {
    original: { name, height: image.height, width: image.width, ...thumbnailOf(image) },
    pixels: [...fitPlanes(drawn, image, { height, width }, fit)],
  };
}

async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= MOST_BYTES) return await file.readFile();
    throw new StudioError(
      'invalid-dataset',
      `An image file must have at most ${MOST_BYTES} bytes. "${basename(path)}" has ${size}.`,
      { where: path },
    );
  } finally {
    await file.close();
  }
}
