/** Imports and inspects in the test's own process, with the writer of the real one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ImportChoices, ImportOptions } from '../../../../../core/contract/ImportOptions.ts';
import type { Dataset } from '../../../../../core/data/Dataset.ts';
import { decodeWithHash } from '../../../../../core/data/decodeDataset.ts';
import { temporaryFolder } from '../../../testing/testStudio.ts';
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

export async function importFile(path: string, choices: ImportChoices = {}): Promise<ImportedFile> {
  const output = join(temporaryFolder(), 'data.bin');
  let writer: DatasetWriter | null = null;
  const { format, written } = await importPath({
    path,
    name: basename(path),
    options: ImportOptions.parse(choices),
    progress: () => undefined,
    createWriter: (largest) => {
      writer?.close();
      writer = new DatasetWriter(output, largest);
      return writer;
    },
  });
  return { format, written, ...decodeWithHash(readFileSync(output)) };
}

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
