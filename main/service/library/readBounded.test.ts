import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caughtError } from '../../../core/data/testing/caughtError.ts';
import { temporaryFolder } from '../testing/testStudio.ts';
import { readBounded } from './readBounded.ts';

const most = 2_500_000;
const read = (path: string) =>
  readBounded(path, { what: 'model file', most, code: 'invalid-model' });
const tooLarge = {
  code: 'invalid-model',
  message: 'The model file is larger than 3 MB, the most that is read.',
};

test('a file up to the bound is read whole', () => {
  const path = join(temporaryFolder(), 'a');
  const bytes = Buffer.alloc(most, 'abc');
  writeFileSync(path, bytes);
  expect(read(path).equals(bytes)).toBe(true);
});

test('a larger one is refused, however large it says it is', () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, '');
  for (const size of [most + 1, 2 ** 40]) {
    truncateSync(path, size);
    expect(caughtError(() => read(path))).toMatchObject({ ...tooLarge, where: path });
  }
});

test.skipIf(!existsSync('/proc/self/status'))('what does not know its size is read whole', () => {
  expect(read('/proc/self/status').toString()).toMatch(/^Name:.*VmRSS/s);
});

test.skipIf(process.platform === 'win32')('what never ends is read no further', () => {
  expect(caughtError(() => read('/dev/zero'))).toMatchObject(tooLarge);
});

test('what is not there, or is a folder, is said', () => {
  const folder = temporaryFolder();
  const message = (path: string) => caughtError(() => read(path)).message;
  expect(message(join(folder, 'no'))).toBe('The model file cannot be read (ENOENT).');
  expect(message(folder)).toBe('The model file cannot be read (EISDIR).');
});
