/** The arrays of an NPY file, or of the NPZ archive of several, by name. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { type NpyArray, readNpy } from '../../../../core/data/npy/readNpy.ts';
import type { InspectContext } from './ImportContext.ts';

const MOST_BYTES = 2 ** 30;
const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** Throws StudioError `invalid-dataset` for damaged files, and for more than fits the memory. */
export async function readArrays({ path, name }: InspectContext): Promise<Map<string, NpyArray>> {
  const { size } = await stat(path);
  refuseLarge(size, name);
  if (!/\.npz$/i.test(path)) {
    return new Map([[basename(path, '.npy'), readNpy(await readFile(path), name)]]);
  }
  const zip = await openZip(path, { lazyEntries: true }).catch((cause: Error) => {
    throw damaged(name, cause);
  });
  try {
    return await readEntries(zip, name);
  } finally {
    zip.close();
  }
}

function readEntries(zip: ZipFile, name: string): Promise<Map<string, NpyArray>> {
  const arrays = new Map<string, NpyArray>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (cause: Error) => reject(damaged(name, cause)));
    zip.on('end', () => resolve(arrays));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      inflate(zip, entry, total, name)
        .then((bytes) => {
          const key = entry.fileName.replace(/\.npy$/i, '');
          arrays.set(key, readNpy(bytes, `${name}: ${entry.fileName}`));
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, total: number, name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (total > MOST_BYTES) return reject(tooLarge(total, name));
    zip.openReadStream(entry, (cause, stream) => {
      if (cause || !stream) return reject(damaged(name, cause ?? new Error('no data')));
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', (error: Error) => reject(damaged(name, error)));
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    });
  });
}

function refuseLarge(size: number, name: string): void {
  if (size > MOST_BYTES) throw tooLarge(size, name);
}

function tooLarge(size: number, name: string): StudioError {
  return new StudioError(
    'invalid-dataset',
    `"${name}" must hold at most ${MOST_BYTES / 2 ** 20} MiB of arrays. ` +
      `Received ${Math.ceil(size / 2 ** 20)} MiB.`,
    { where: name },
  );
}

function damaged(name: string, cause: Error): StudioError {
  return new StudioError(
    'invalid-dataset',
    `"${name}" is a damaged NPZ archive: ${cause.message.replace(/\.$/, '')}.`,
    { where: name, hint: 'Fetch or copy the file again.', cause },
  );
}
