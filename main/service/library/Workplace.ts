/**
 * A folder inside the library for a dataset that is written as it is read: on the same disk, so that
 * a finished one is moved to its place in one step, and hidden, so that a half one is in no listing.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { flushFolder, writeError, writeFlushed } from './writeWhole.ts';

export interface Workplace {
  /** Where to write the encoded dataset. */
  readonly dataPath: string;
  /** Makes what was written a dataset of the library. */
  adopt(description: DatasetDescription): Promise<DatasetInfo>;
}

export interface WorkplaceOptions {
  readonly root: string;
  readonly dataFile: string;
  readonly infoFile: string;
  /** A description with the id and the time that the library gives it. */
  readonly place: (description: DatasetDescription) => DatasetInfo;
}

const PREFIX = '.import-';

/** The folder is gone at the end, whatever `use` does; so are those of services that died. */
export async function withWorkplace<T>(
  { root, dataFile, infoFile, place }: WorkplaceOptions,
  use: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const folder = join(root, `${PREFIX}${process.pid}-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeError(folder, error);
  }
  try {
    await removeOrphans(root);
    return await use({
      dataPath: join(folder, dataFile),
      adopt: async (description) => {
        const info = place(description);
        try {
          await writeFlushed(join(folder, infoFile), `${JSON.stringify(info, null, 2)}\n`);
          await flushFolder(folder);
          await rename(folder, join(root, info.id));
          await flushFolder(root);
        } catch (error) {
          throw writeError(join(root, info.id), error);
        }
        return info;
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    // A library without datasets has no folder; one with others refuses.
    await rmdir(root).catch(() => undefined);
  }
}

/** Does nothing where there is no library yet. */
export async function removeOrphans(root: string): Promise<void> {
  for (const name of existsSync(root) ? readdirSync(root) : []) {
    const owner = /^\.import-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(join(root, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
