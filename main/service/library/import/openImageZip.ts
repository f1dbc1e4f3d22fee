/**
 * The images in a ZIP archive, read from it one by one: nothing is unpacked to the disk.
 *
 * An archive is not believed: names that leave the folder are refused (yauzl), sizes are bounded by
 * themselves, by their ratio and in total before anything is inflated, and an entry that inflates
 * to more than it says is cut off.
 */
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { arrangeImages, isHidden } from './arrangeImages.ts';
import { decodeZipNames } from './decodeZipNames.ts';
import type { ImageFiles } from './ImageFiles.ts';

const MOST_ENTRIES = 2_000_000;
const MOST_ENTRY_BYTES = 2 ** 28;
const MOST_TOTAL_BYTES = 2 ** 37;
/** Deflate reaches 1,032; of images of more than a megabyte none comes near this. */
const MOST_RATIO = 200;
const RATIO_FROM_BYTES = 2 ** 20;

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** Throws StudioError `invalid-dataset`. */
export async function openImageZip(path: string, name: string): Promise<ImageFiles> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false }).catch((cause: Error) => {
    throw damaged(name, cause);
  });
  try {
    const entries = await readEntries(zip, name);
    const decoded = await decodeZipNames(entries).catch((cause: Error) => {
      throw damaged(name, cause);
    });
    for (const [at, fileName] of decoded.names.entries())
      Object.assign(entries[at] ?? {}, { fileName });
    const { files, warnings } = arrangeImages(decoded.names, name);
    const entryOf = (index: number) => entries[files[index]?.index ?? -1] as Entry;
    return {
      files,
      bytes: zip.fileSize,
      warnings: [...decoded.warnings, ...warnings],
      read: (index) => readEntry(zip, entryOf(index), name),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function readEntries(zip: ZipFile, name: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (cause: Error) => reject(damaged(name, cause)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const refusal = refuseEntry(entry, total, entries.length, name);
      if (refusal) return reject(refusal);
      if (!entry.fileName.endsWith('/') && !isHidden(entry.fileName)) entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function refuseEntry(
  { fileName, uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry,
  total: number,
  count: number,
  name: string,
): StudioError | null {
  const invalid = (message: string, where: string) =>
    new StudioError('invalid-dataset', message, { where });
  if ((generalPurposeBitFlag & 1) === 1) {
    return invalid(`"${name}" must not be encrypted. "${fileName}" is.`, fileName);
  }
  const isBomb =
    uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > MOST_RATIO * compressedSize;
  if (isBomb || uncompressedSize > MOST_ENTRY_BYTES) {
    return invalid(
      `"${fileName}" unpacks from ${compressedSize} to ${uncompressedSize} bytes, ` +
        'which no image does.',
      fileName,
    );
  }
  if (total > MOST_TOTAL_BYTES || count > MOST_ENTRIES) {
    return invalid(
      `"${name}" must hold at most ${MOST_ENTRIES} files of ${MOST_TOTAL_BYTES / 2 ** 30} GiB together.`,
      name,
    );
  }
  return null;
}

function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause || !stream) return reject(damaged(name, cause ?? new Error('no data'), entry));
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', (error: Error) => reject(damaged(name, error, entry)));
      stream.on('end', () => resolve(Buffer.concat(parts)));
    });
  });
}

function damaged(name: string, cause: Error, entry?: Entry): StudioError {
  const reason = cause.message.replace(/\.$/, '');
  return new StudioError('invalid-dataset', `"${name}" is a damaged ZIP archive: ${reason}.`, {
    where: entry?.fileName ?? name,
    hint: 'Fetch or copy the file again.',
    cause,
  });
}
