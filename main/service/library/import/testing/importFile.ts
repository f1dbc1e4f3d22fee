/** Imports and inspects in the test's own process, with the writer of the real one. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatasetInfo } from '../../../../../core/contract/DatasetInfo.ts';
import { type ImportChoices, ImportOptions } from '../../../../../core/contract/ImportOptions.ts';
import type { Dataset } from '../../../../../core/data/Dataset.ts';
import { decodeWithHash } from '../../../../../core/data/decodeDataset.ts';
import { temporaryFolder } from '../../../testing/testStudio.ts';
import { createDatasetLibrary } from '../../DatasetLibrary.ts';
import { DatasetWriter, type WrittenDataset } from '../DatasetWriter.ts';
import { importPath } from '../importPath.ts';
import { inspectPath } from '../inspectPath.ts';

export interface ImportedFile {
  readonly format: string;
  readonly dataset: Dataset;
  /** Of the decoded file, which the writer's must equal. */
  readonly hash: string;
  readonly written: WrittenDataset;
}

/** Into a library in `home`, by the library's own way of writing; it is not adopted. */
export async function importFile(
  path: string,
  choices: ImportChoices = {},
  home = temporaryFolder(),
): Promise<ImportedFile> {
  const library = createDatasetLibrary({ home, now: () => 0, reserved: [], withEdits: same });
  return library.withWorkplace(async ({ dataPath }) => {
    let writer: DatasetWriter | null = null;
    const { format, written } = await importPath({
      path,
      name: basename(path),
      options: ImportOptions.parse(choices),
      progress: () => undefined,
      createWriter: (largest) => {
        writer?.close();
        writer = new DatasetWriter(dataPath, largest);
        return writer;
      },
    });
    return { format, written, ...decodeWithHash(readFileSync(dataPath)) };
  });
}

const same = (info: DatasetInfo): DatasetInfo => info;

/** Every file below the folder, with its size and the time of its last change. */
export const stateOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();

export const inspectFile = (path: string, choices: ImportChoices = {}) =>
  inspectPath({ path, name: basename(path), options: ImportOptions.parse(choices) });

/** Files by their paths below a new folder, whose path is returned. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const writeOne = (name: string, content: string | Uint8Array): string =>
  join(writeFiles({ [name]: content }), name);
