import { expect, test } from 'vitest';
import { completeLock, readLock } from './completeLockfile.ts';

test('the lock lacks nothing: run node scripts/completeLockfile.ts after a change', () => {
  expect(completeLock(readLock())).toEqual([]);
});

test('a platform part that the registry did not have is entered by its name', () => {
  const lock = {
    packages: {
      'node_modules/tool': { dev: true, optionalDependencies: { 'tool-win32-x64': '1.2.3' } },
    },
  };
  expect(completeLock(lock)).toEqual(['tool-win32-x64@1.2.3']);
  expect(lock.packages).toHaveProperty('node_modules/tool-win32-x64', {
    version: '1.2.3',
    cpu: ['x64'],
    dev: true,
    optional: true,
    os: ['win32'],
  });
});
