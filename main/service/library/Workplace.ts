/**
 * A folder inside the library for a dataset that is written as it is read: on the same disk, so that
 * a finished one is moved to its place in one step, and hidden, so that a half one is in no listing.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { isProcessAlive } from '../store/processIdentity.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { isAbandoned } from './isAbandoned.ts';
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
  readonly now: () => number;
}

const PREFIX = '.import-';

/** The folder is gone at the end, whatever `use` does; so are those of services that died. */
export async function withWorkplace<T>(
  { root, dataFile, infoFile, place, now }: WorkplaceOptions,
  use: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const folder = join(root, `${PREFIX}${process.pid}-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeError(folder, error);
  }
  try {
    await removeOrphans(root, now());
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

/** Does nothing where there is no library yet. `now`: milliseconds since 1970. */
export async function removeOrphans(root: string, now: number): Promise<void> {
  for (const name of existsSync(root) ? readdirSync(root) : []) {
    const owner = /^\.import-(\d+)-/.exec(name)?.[1];
    if (owner === undefined) continue;
    const folder = join(root, name);
    const touchedAt = await lastTouch(folder);
    if (touchedAt === null) continue;
    const isOwnerAlive = isProcessAlive(Number(owner));
    if (!isAbandoned({ isOwnerAlive, touchedAt }, now)) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Writing into a file touches it alone, not its folder. Null where that is moved away meanwhile, or
 * cannot be looked into: it is left alone.
 */
async function lastTouch(folder: string): Promise<number | null> {
  try {
    const paths = [folder, ...(await readdir(folder)).map((name) => join(folder, name))];
    const touches = await Promise.all(paths.map((path) => stat(path)));
    return Math.max(...touches.map(({ mtimeMs }) => mtimeMs));
  } catch {
    return null;
  }
}
