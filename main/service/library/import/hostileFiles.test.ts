/**
 * Files that are damaged, lying, or no data at all: each is refused with a sentence that says what
 * and where, in bounded memory, and leaves nothing behind.
 */
import { expect, test } from 'vitest';
import { hostileArchives } from './testing/hostileArchives.ts';
import { hostileArrays } from './testing/hostileArrays.ts';
import { hostileFolders } from './testing/hostileFolders.ts';
import { hostileIdx } from './testing/hostileIdx.ts';
import { hostileLines } from './testing/hostileLines.ts';
import { hostileTables } from './testing/hostileTables.ts';
import { importFile, inspectFile, writeFiles, writeOne } from './testing/importFile.ts';

const corpus = [
  ...hostileTables,
  ...hostileLines,
  ...hostileArrays,
  ...hostileFolders,
  ...hostileArchives,
  ...hostileIdx,
];

test('the corpus has at least 60 files', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
});

test.each(corpus)('$name: $what', async ({ name, make, message, where, choices }) => {
  const content = make();
  const isFile = typeof content === 'string' || content instanceof Uint8Array;
  const path = isFile ? writeOne(name, content) : writeFiles(content);
  const error = await importFile(path, choices).then(
    () => null,
    (cause: unknown) => cause as { message: string; where: string | null; code: string },
  );
  expect(error?.message).toMatch(typeof message === 'string' ? literally(message) : message);
  expect(error?.code).toMatch(/^invalid-(dataset|request)$/);
  if (where !== undefined) expect(error?.where).toBe(where);
  // A preview may not see it, and then shows what there is.
  await inspectFile(path, choices).catch((cause: { code: string }) => {
    expect(cause.code).toMatch(/^invalid-(dataset|request)$/);
  });
});

const literally = (message: string) =>
  new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
