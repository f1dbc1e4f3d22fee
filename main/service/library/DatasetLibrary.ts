/**
 * The datasets of a home: one folder each, `datasets/<id>/` with info.json and data.bin, made whole
 * or not at all.
 *
 * Folders instead of rows, because a dataset may be large and never changes: what a person edits is
 * kept in the store and laid over it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { freeId } from '../freeId.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { readDatasetInfo } from './readDatasetInfo.ts';
import { removeOrphans, type Workplace, withWorkplace } from './Workplace.ts';
import { makeFolderWhole, writeFlushed } from './writeWhole.ts';

export interface DatasetLibrary {
  /** By name. A folder that cannot be read is left out, and left alone. */
  list(): DatasetInfo[];
  find(id: string): DatasetInfo | null;
  /** By the hash of what was imported, described as it came; it may stand under several names. */
  findImported(hash: string): DatasetInfo[];
  dataPath(id: string): string;
  /** As it was imported. */
  read(id: string): Promise<Dataset>;
  /**
   * Under `slug`, which must be free; without one, under the name's with -2, -3 ... where it is
   * taken.
   */
  add(description: DatasetDescription, data: Uint8Array, slug?: string): Promise<DatasetInfo>;
  /** For a dataset too large to be handed in: it is written in the library and adopted. */
  withWorkplace<T>(use: (workplace: Workplace) => Promise<T>): Promise<T>;
  /** Removes what imports of services that died have left a while ago; never what one works on. */
  sweep(): Promise<void>;
  remove(id: string): Promise<void>;
}

const INFO_FILE = 'info.json';
const DATA_FILE = 'data.bin';

export interface LibraryOptions {
  readonly home: string;
  readonly now: () => number;
  /**
   * Ids that only their own datasets may have: an imported iris.csv must not pass for the bundled
   * sample.
   */
  readonly reserved: readonly string[];
  /** A dataset, as it was imported, with what was changed since. */
  readonly withEdits: (imported: DatasetInfo) => DatasetInfo;
}

export function createDatasetLibrary(options: LibraryOptions): DatasetLibrary {
  const { home, now, reserved, withEdits } = options;
  const root = join(home, 'datasets');
  const dataPath = (id: string) => join(root, id, DATA_FILE);
  const listImported = () =>
    folderNames(root)
      .map((id) => readInfo(root, id))
      .filter((info) => info !== null)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));

  function place(description: DatasetDescription, slug?: string): DatasetInfo {
    const taken = [...folderNames(root), ...reserved];
    const id = slug ?? freeId(description.name, 'dataset', (one) => taken.includes(one));
    return DatasetInfo.parse({ ...description, id, importedAt: now() });
  }

  async function add(
    description: DatasetDescription,
    data: Uint8Array,
    slug?: string,
  ): Promise<DatasetInfo> {
    await mkdir(root, { recursive: true });
    const info = place(description, slug);
    await makeFolderWhole(join(root, info.id), async (folder) => {
      await writeFlushed(join(folder, DATA_FILE), data);
      await writeFlushed(join(folder, INFO_FILE), `${JSON.stringify(info, null, 2)}\n`);
    });
    return info;
  }

  return {
    list: () => listImported().map(withEdits),
    find: (id) => {
      const imported = readInfo(root, id);
      return imported && withEdits(imported);
    },
    findImported: (hash) => listImported().filter((info) => info.hash === hash),
    dataPath,
    read: async (id) => decodeDataset(await readFile(dataPath(id))),
    add,
    withWorkplace: (use) => {
      const files = { root, dataFile: DATA_FILE, infoFile: INFO_FILE, now };
      return withWorkplace({ ...files, place: (description) => place(description) }, use);
    },
    sweep: () => removeOrphans(root, now()),
    async remove(id) {
      // Renamed first: a half-deleted folder must not look like a dataset.
      const doomed = join(root, `.${id}.${now()}.removed`);
      await rename(join(root, id), doomed);
      await rm(doomed, { recursive: true, force: true });
    },
  };
}

function folderNames(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => !name.startsWith('.'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new StudioError('storage', `The datasets cannot be listed: ${String(error)}.`, {
      where: root,
      cause: error,
    });
  }
}

function readInfo(root: string, id: string): DatasetInfo | null {
  try {
    const info = readDatasetInfo(readFileSync(join(root, id, INFO_FILE), 'utf8'));
    return info.id === id ? info : null;
  } catch {
    return null;
  }
}
