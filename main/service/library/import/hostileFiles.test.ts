/**
 * Files that are damaged, lying, or no data at all: each is refused with a sentence that says what
 * and where, in bounded memory, and leaves nothing behind.
 */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/testStudio.ts';
import { hostileArchives } from './testing/hostileArchives.ts';
import { hostileArrays } from './testing/hostileArrays.ts';
import { hostileFolders } from './testing/hostileFolders.ts';
import { hostileIdx } from './testing/hostileIdx.ts';
import { hostileImages } from './testing/hostileImages.ts';
import { hostileLines } from './testing/hostileLines.ts';
import { hostileTables } from './testing/hostileTables.ts';
import { importFile, inspectFile, stateOf, writeFiles, writeOne } from './testing/importFile.ts';

const corpus = [
  ...hostileTables,
  ...hostileLines,
  ...hostileArrays,
  ...hostileFolders,
  ...hostileArchives,
  ...hostileIdx,
  ...hostileImages,
];

test('the corpus has at least 120 files', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(120);
});

test.each(corpus)('$name: $what', async ({ name, make, message, where, choices }) => {
  const content = make();
  const isFile = typeof content === 'string' || content instanceof Uint8Array;
  const path = isFile ? writeOne(name, content) : writeFiles(content);
  const [folder, home] = [isFile ? dirname(path) : path, temporaryFolder()];
  const before = stateOf(folder);
  const error = await importFile(path, choices, home).then(
    () => null,
    (cause: unknown) => cause as { message: string; where: string | null; code: string },
  );
  expect(error?.message).toMatch(typeof message === 'string' ? literally(message) : message);
  expect(error?.code).toMatch(/^invalid-(dataset|request)$/);
  if (where !== undefined) expect(error?.where).toBe(where);
  // Nothing is half imported, and nothing is done to the files.
  expect(readdirSync(home)).toEqual([]);
  expect(stateOf(folder)).toEqual(before);
  // A preview may not see it, and then shows what there is.
  await inspectFile(path, choices).catch((cause: { code: string }) => {
    expect(cause.code).toMatch(/^invalid-(dataset|request)$/);
  });
});

const literally = (message: string) =>
  new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
