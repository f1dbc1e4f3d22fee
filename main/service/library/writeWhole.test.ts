import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/testStudio.ts';
import { makeFolderWhole, writeFileWhole, writeFlushed } from './writeWhole.ts';

test('a file is replaced, and no temporary file stays', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'model.json');
  writeFileSync(path, 'old');
  await writeFileWhole(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['model.json']);
});

test('a place that cannot be written is named, and nothing is left', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken'));
  await expect(writeFileWhole(join(folder, 'taken'), 'x')).rejects.toMatchObject({
    code: 'storage',
    where: join(folder, 'taken'),
  });
  await expect(writeFileWhole(join(folder, 'missing', 'file'), 'x')).rejects.toMatchObject({
    hint: 'The folder does not exist: make it first.',
  });
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a folder that fails while it is filled never appears', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'dataset');
  const fill = async (temporary: string) => {
    await writeFlushed(join(temporary, 'data.bin'), 'half');
    throw new Error('disk gone');
  };
  await expect(makeFolderWhole(path, fill)).rejects.toMatchObject({ code: 'storage' });
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
