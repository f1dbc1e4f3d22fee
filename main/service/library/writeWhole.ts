/**
 * Writes files and folders so that a reader, or a power cut, sees the old one or the whole new one.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StudioError } from '../../../core/contract/StudioError.ts';

/** Replaces what was at `path`. Throws StudioError `storage` and leaves no temporary file. */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await writeFlushed(temporary, content);
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeError(path, error);
  }
}

/** Makes the folder at `path`, which must not exist, with the files that `fill` puts into it. */
export async function makeFolderWhole(
  path: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await mkdir(temporary, { recursive: true });
    await fill(temporary);
    await flushFolder(temporary);
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true, recursive: true });
    throw writeError(path, error);
  }
}

/** On the disk, not only in its cache, when it resolves. */
export async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A leading dot keeps it out of listings. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and orders renames by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const hints: Readonly<Record<string, string>> = {
  ENOENT: 'The folder does not exist: make it first.',
  ENOSPC: 'The disk is full. Free some space and try again.',
  EACCES: 'Choose a place that may be written.',
  EROFS: 'Choose a place that may be written.',
  EISDIR: 'The path is a folder: add a file name.',
};

export function writeError(path: string, error: unknown): StudioError {
  if (error instanceof StudioError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new StudioError('storage', `The file cannot be written: ${message}.`, {
    where: path,
    hint: hints[code] ?? null,
    cause: error,
  });
}
