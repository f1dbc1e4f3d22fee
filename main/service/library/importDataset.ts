/** Brings a file or folder of a person's into the library, whole or not at all. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { slugify } from '../slugify.ts';
import type { DatasetLibrary } from './DatasetLibrary.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { runImporter } from './runImporter.ts';

export interface ImportWish {
  readonly path: string;
  readonly name?: string | undefined;
  readonly target?: string | undefined;
}

type ImportContext = Pick<ServiceContext, 'library' | 'importerEntry' | 'emit'>;

/**
 * Returns the dataset that is there already when its content, and its name where one is given, are
 * the same.
 */
export async function importDataset(
  context: ImportContext,
  { path, name, target }: ImportWish,
): Promise<DatasetInfo> {
  const { library, importerEntry, emit } = context;
  const source = resolve(path);
  await refuseMissing(source);
  const workplace = await mkdtemp(join(tmpdir(), 'descent-import-'));
  const output = join(workplace, 'data.bin');
  try {
    const title = name ?? titleOf(source);
    const request = { path: source, name: title, output, ...(target !== undefined && { target }) };
    const description = await runImporter(importerEntry, request, (fraction) =>
      emit({ event: 'import.progress', path, fraction }),
    );
    const known = findSame(library, description, name);
    if (known) return known;
    const info = await library.add(description, await readFile(output));
    emit({ event: 'datasets.changed', datasets: library.list() });
    return info;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function findSame(
  library: DatasetLibrary,
  { hash }: DatasetDescription,
  name: string | undefined,
): DatasetInfo | undefined {
  const same = library.findByHash(hash);
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
