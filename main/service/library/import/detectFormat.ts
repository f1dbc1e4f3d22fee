/** What a path holds, by a person's choice, else by its first bytes and its name. */
import { open, readdir, stat } from 'node:fs/promises';
import { type ImportFormat, ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { idxFileName } from '../../../../core/data/idx/idxFileName.ts';
import { importFormats } from '../../../../core/data/importFormats.ts';
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
  if (options.format) return options.format;
  if (idxFileName(name)) return 'idx';
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  const known = importFormats.find(({ extensions }) => extensions.includes(ending));
  return (await formatOfBytes(path, ending)) ?? known?.format ?? 'csv';
}

async function formatOfFolder(path: string): Promise<ImportFormat> {
  return (await readdir(path)).some((name) => idxFileName(name)) ? 'idx' : 'images';
}

/** Where bytes and name differ the bytes are right, but for tables, whose reader says it better. */
async function formatOfBytes(path: string, ending: string): Promise<ImportFormat | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const magic = buffer.toString('latin1', 0, bytesRead);
    if (magic.startsWith('PAR1')) return 'parquet';
    if (magic.startsWith('\x93NUMPY')) return 'npy';
    const isOther = ['.npz', '.csv', '.tsv', '.txt', '.xlsx'].includes(ending);
    return magic.startsWith('PK\x03\x04') && !isOther ? 'zip' : null;
  } finally {
    await file.close();
  }
}
