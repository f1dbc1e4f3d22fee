/**
 * Brings a file or folder of a person into the library: whole, or not at all.
 *
 * The importer process writes into a folder inside the library that no listing shows; what is
 * finished is moved to its place, what is not is thrown away.
 */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { FileInspection } from '../../../core/contract/FileInspection.ts';
import type { ImportOptions } from '../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { slugify } from '../slugify.ts';
import type { DatasetLibrary } from './DatasetLibrary.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { runImporter } from './runImporter.ts';

export interface ImportWish {
  readonly path: string;
  readonly name?: string | undefined;
  readonly options: ImportOptions;
}

type ImportContext = Pick<ServiceContext, 'library' | 'importerEntry' | 'emit'>;

/**
 * Returns the dataset that is there already when its content, and its name where one is given, are
 * the same.
 */
export async function importDataset(
  context: ImportContext,
  { path, name, options }: ImportWish,
  signal: AbortSignal,
): Promise<DatasetInfo> {
  const { library, importerEntry, emit } = context;
  const source = resolve(path);
  await refuseMissing(source);
  return library.withWorkplace(async (workplace) => {
    const request = {
      kind: 'import',
      path: source,
      options,
      name: name ?? titleOf(source),
      output: workplace.dataPath,
    } as const;
    const done = await runImporter(request, {
      entry: importerEntry,
      signal,
      onProgress: ({ fraction, rows, secondsLeft }) =>
        emit({ event: 'import.progress', path, fraction, rows, secondsLeft }),
    });
    if (done.kind !== 'imported') throw new StudioError('internal', 'The importer lost its way.');
    const known = findSame(library, done.description, name);
    if (known) return library.find(known.id) ?? known;
    const info = await workplace.adopt(done.description);
    emit({ event: 'datasets.changed', datasets: library.list() });
    return info;
  });
}

/** Writes nothing anywhere. */
export async function inspectFile(
  { importerEntry }: Pick<ServiceContext, 'importerEntry'>,
  { path, options }: Omit<ImportWish, 'name'>,
): Promise<FileInspection> {
  const source = resolve(path);
  await refuseMissing(source);
  const request = { kind: 'inspect', path: source, options } as const;
  const done = await runImporter(request, { entry: importerEntry });
  if (done.kind !== 'inspected') throw new StudioError('internal', 'The importer lost its way.');
  return done.inspection;
}

function findSame(
  library: DatasetLibrary,
  { hash }: DatasetDescription,
  name: string | undefined,
): DatasetInfo | undefined {
  const same = library.findImported(hash);
  if (name === undefined) return same[0];
  return same.find((info) => slugify(info.name, '') === slugify(name, '') || info.id === name);
}

/** As long as the contract's Title may be. */
const LONGEST_TITLE = 200;

/** The file's name without its extensions: `train.csv.gz` is `train`. */
function titleOf(path: string): string {
  const name = basename(path);
  return (name.replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '') || name).slice(0, LONGEST_TITLE);
}

async function refuseMissing(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (cause) {
    throw new StudioError('not-found', `There is no file or folder "${path}".`, {
      where: path,
      cause,
    });
  }
}
