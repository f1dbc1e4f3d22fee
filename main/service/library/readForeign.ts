/**
 * Finds out what a path holds, reads the files that belong to it, and hands their bytes to the
 * right reader.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { idxFileName } from '../../../core/data/idx/idxFileName.ts';
import { readCsv } from '../../../core/data/readCsv.ts';
import { readIdx } from '../../../core/data/readIdx.ts';

/** A text of half a gigabyte is the longest that JavaScript can hold. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface ForeignDataset {
  readonly dataset: Dataset;
  readonly kind: DatasetInfo['source']['kind'];
}

export interface ReadForeignOptions {
  /** The target column of a CSV. */
  readonly target: string | undefined;
  /**
   * The share of a CSV that is read, in [0, 1]; nothing is told of IDX files, which take a moment.
   */
  readonly onProgress: (fraction: number) => void;
}

/**
 * A folder means its IDX files; an IDX file means itself and its partner of images or labels; all
 * else is CSV.
 *
 * Throws StudioError `invalid-dataset`.
 */
export async function readForeign(
  path: string,
  { target, onProgress }: ReadForeignOptions,
): Promise<ForeignDataset> {
  const name = basename(path);
  if ((await stat(path)).isDirectory()) {
    return { dataset: await readIdxFiles(path, await readdir(path)), kind: 'idx' };
  }
  const idx = idxFileName(name);
  if (idx) {
    const folder = dirname(path);
    const pair = (await readdir(folder)).filter(
      (other) => idxFileName(other)?.prefix === idx.prefix,
    );
    return { dataset: await readIdxFiles(folder, pair), kind: 'idx' };
  }
  const bytes = await readBounded(path);
  return {
    dataset: readCsv(bytes, { name, onProgress, ...(target !== undefined && { target }) }),
    kind: 'csv',
  };
}

async function readIdxFiles(folder: string, names: readonly string[]): Promise<Dataset> {
  const files: Record<string, Uint8Array> = {};
  for (const name of names.filter((candidate) => idxFileName(candidate))) {
    files[name] = await readBounded(join(folder, name));
  }
  return readIdx(files);
}

async function readBounded(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  // A pipe or a device may never end.
  if (!found.isFile())
    throw new StudioError('invalid-dataset', 'This is no file.', { where: path });
  const { size } = found;
  if (size <= MOST_BYTES) return readFile(path);
  throw new StudioError(
    'invalid-dataset',
    `A file must have at most ${MOST_BYTES / 2 ** 20} MiB. Received ${Math.ceil(size / 2 ** 20)} MiB.`,
    { where: path },
  );
}
