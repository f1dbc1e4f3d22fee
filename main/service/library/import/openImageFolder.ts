/** The images below a folder. Links are not followed: they may leave it, or lead round in circles. */
import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { arrangeImages, isHidden } from './arrangeImages.ts';
import type { ImageFiles } from './ImageFiles.ts';

const MOST_FILES = 2_000_000;
const DEEPEST = 12;
const MOST_FILE_BYTES = 2 ** 28;

export async function openImageFolder(path: string, name: string): Promise<ImageFiles> {
  const found: string[] = [];
  list(path, '', 0, found);
  const { files, warnings } = arrangeImages(found, name);
  return {
    files,
    bytes: 0,
    warnings,
    read: async (index) => {
      const file = join(path, files[index]?.path ?? '');
      const { size } = lstatSync(file);
      if (size <= MOST_FILE_BYTES) return readFile(file);
      throw new StudioError(
        'invalid-dataset',
        `An image file must have at most ${MOST_FILE_BYTES / 2 ** 20} MiB. ` +
          `Received ${Math.ceil(size / 2 ** 20)} MiB.`,
        { where: files[index]?.path ?? null },
      );
    },
    close: async () => undefined,
  };
}

function list(root: string, below: string, depth: number, found: string[]): void {
  if (depth > DEEPEST) return;
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) list(root, path, depth + 1, found);
    else if (entry.isFile()) found.push(path);
    if (found.length <= MOST_FILES) continue;
    throw new StudioError('invalid-dataset', `A folder must hold at most ${MOST_FILES} files.`, {
      where: root,
    });
  }
}
