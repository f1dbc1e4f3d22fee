/** Writes an export to the disk: one file, or the folder of a PyTorch project. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ParsedParams } from '../../../core/contract/StudioApi.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { makeFolderWhole, writeFileWhole, writeFlushed } from '../library/writeWhole.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { exportedFiles, onlyFile } from './exportedFiles.ts';

export async function exportRun(
  context: ServiceContext,
  { run, format, path, epoch }: ParsedParams<'runs.export'>,
): Promise<{ path: string; bytes: number }> {
  const target = resolve(path);
  if (format === 'pytorch') {
    refuseExisting(target);
    const made = await exportedFiles(context, run, format, epoch);
    const files = { ...(await projectTemplates(context.resources)), ...made };
    await makeFolderWhole(target, (folder) => writeFiles(folder, files));
    return { path: target, bytes: countBytes(files) };
  }
  const content = onlyFile(await exportedFiles(context, run, format, epoch));
  await writeFileWhole(target, content);
  return { path: target, bytes: content.byteLength };
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new StudioError('already-exists', 'There is something at this path already.', {
    where: path,
    hint: 'Name a folder that does not exist; it is made.',
  });
}

/** The Python files that are the same for every run. */
async function projectTemplates(resources: string): Promise<Record<string, Uint8Array>> {
  const folder = join(resources, 'pytorch');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.py'));
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return Object.fromEntries(names.map((name, index) => [name, contents[index] as Uint8Array]));
}

async function writeFiles(folder: string, files: Record<string, Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFlushed(path, content);
  }
}

function countBytes(files: Record<string, Uint8Array>): number {
  return Object.values(files).reduce((total, { byteLength }) => total + byteLength, 0);
}
