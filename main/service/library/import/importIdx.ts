/** IDX files: a pair of images and labels, or a folder with MNIST's four. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import type { ImageDataset } from '../../../../core/data/Dataset.ts';
import { datasetSections } from '../../../../core/data/datasetSections.ts';
import { idxFileName } from '../../../../core/data/idx/idxFileName.ts';
import { readIdx } from '../../../../core/data/readIdx.ts';
import type { WrittenDataset } from './DatasetWriter.ts';
import type { ImportContext } from './ImportContext.ts';

/** Of one file: the format's own limit is 4 GiB. */
const MOST_BYTES = 2 ** 30;

export async function importIdx({ path, createWriter }: ImportContext): Promise<WrittenDataset> {
  const dataset = await readIdxAt(path);
  const writer = createWriter('images');
  for (const [section, bytes] of datasetSections(dataset)) {
    if (bytes.length > 0) writer.write(section, bytes);
  }
  return writer.finish({ ...dataset, missing: [] });
}

/** A file means itself and its partner of images or labels. Throws StudioError `invalid-dataset`. */
export async function readIdxAt(path: string): Promise<ImageDataset> {
  if ((await stat(path)).isDirectory()) return readFiles(path, await readdir(path));
  const folder = dirname(path);
  const prefix = idxFileName(basename(path))?.prefix;
  const pair = (await readdir(folder)).filter((other) => idxFileName(other)?.prefix === prefix);
  return readFiles(folder, pair);
}

async function readFiles(folder: string, names: readonly string[]): Promise<ImageDataset> {
  const files: Record<string, Uint8Array> = {};
  for (const name of names.filter((candidate) => idxFileName(candidate))) {
    files[name] = await readBounded(join(folder, name));
  }
  return readIdx(files);
}

async function readBounded(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size <= MOST_BYTES) return readFile(path);
  throw new StudioError(
    'invalid-dataset',
    `A file must have at most ${MOST_BYTES / 2 ** 20} MiB. Received ${Math.ceil(size / 2 ** 20)} MiB.`,
    { where: path },
  );
}
