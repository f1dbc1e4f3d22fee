/** What a path holds, by a person's choice, else by its first bytes and its name. */
import { open, readdir, stat } from 'node:fs/promises';
import { type ImportFormat, ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { idxFileName } from '../../../../core/data/idx/idxFileName.ts';
import { IMAGES_HINT } from '../../../../core/data/imagesHint.ts';
import { importFormats } from '../../../../core/data/importFormats.ts';
import { KIND_BYTES, knownKind } from '../../../../core/data/knownKind.ts';
import { refuseWrongKind } from '../../../../core/data/refuseWrongKind.ts';
import { isImageName } from './arrangeImages.ts';
import type { InspectContext } from './ImportContext.ts';

/** What changes nothing may be said of any format. */
const defaults: Readonly<Record<string, unknown>> = ImportOptions.parse({});

/** Throws StudioError `invalid-dataset` for what is neither a file nor a folder. */
export async function detectFormat(context: InspectContext): Promise<ImportFormat> {
  const format = await find(context);
  const { options } = importFormats.find((one) => one.format === format) ?? { options: [] };
  for (const [option, value] of Object.entries(context.options)) {
    const isIdle = value === undefined || option === 'format' || value === defaults[option];
    if (isIdle || (options as readonly string[]).includes(option)) continue;
    throw new StudioError('invalid-request', `The format ${format} has no option ${option}.`, {
      where: `options.${option}`,
      hint: 'Leave the option out.',
    });
  }
  return format;
}

async function find({ path, name, options }: InspectContext): Promise<ImportFormat> {
  const found = await stat(path);
  if (found.isDirectory()) return options.format ?? (await formatOfFolder(path));
  // A pipe or a device may never end.
  if (!found.isFile()) {
    throw new StudioError('invalid-dataset', 'This is no file.', { where: path });
  }
  if (found.size === 0) throw new StudioError('invalid-dataset', `"${name}" is empty.`);
  const head = await firstBytes(path);
  const format = options.format ?? formatOfFile(head, name);
  if (format === 'npy') refuseWrongKind(head, name, /\.npz$/i.test(name) ? 'npz' : 'npy');
  if (format === 'zip' || format === 'parquet') refuseWrongKind(head, name, format);
  return format;
}

/** Throws for what is called an image and is none: its reader would look for text. */
function formatOfFile(head: Uint8Array, name: string): ImportFormat {
  if (idxFileName(name)) return 'idx';
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  const known = importFormats.find(({ extensions }) => extensions.includes(ending));
  const found = formatOfBytes(head, ending);
  if (found) return found;
  if (isImageName(name)) refuseWrongKind(head, name, 'image', IMAGES_HINT);
  return known?.format ?? 'csv';
}

async function formatOfFolder(path: string): Promise<ImportFormat> {
  return (await readdir(path)).some((name) => idxFileName(name)) ? 'idx' : 'images';
}

/**
 * Where bytes and name differ the bytes are right. Archives are so many things that the reader of
 * what the name says tells better what it is given.
 */
function formatOfBytes(head: Uint8Array, ending: string): ImportFormat | null {
  switch (knownKind(head)) {
    case 'a Parquet file':
      return 'parquet';
    case 'a NumPy array':
      return 'npy';
    case 'a ZIP archive or an Excel workbook':
      return named.has(ending) || isImageName(ending) ? null : 'zip';
    default:
      return null;
  }
}

const named: ReadonlySet<string> = new Set([
  ...importFormats.filter(({ format }) => format !== 'zip').flatMap(({ extensions }) => extensions),
  '.xlsx',
]);

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(KIND_BYTES), 0, KIND_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
