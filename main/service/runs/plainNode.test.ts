import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/testStudio.ts';
import { plainNode } from './plainNode.ts';

const electron = { versions: { electron: '45.4.1' }, execPath: '/studio/descent' };

test('a process of plain Node is its own', () => {
  expect(plainNode()).toBe(process.execPath);
});

test('Electron takes the one that started it, else none', () => {
  const resourcesPath = temporaryFolder();
  const taken = (env: { readonly DESCENT_NODE?: string }) =>
    plainNode({ ...electron, resourcesPath, env });
  expect(taken({})).toBeNull();
  expect(taken({ DESCENT_NODE: '/nowhere' })).toBeNull();
  expect(taken({ DESCENT_NODE: process.execPath })).toBe(process.execPath);
});

test('a packaged application takes the one of its package and no other', () => {
  const resourcesPath = temporaryFolder();
  writeFileSync(join(resourcesPath, 'app.asar'), '');
  const around = { ...electron, resourcesPath, env: { DESCENT_NODE: process.execPath } };
  expect(plainNode(around)).toBeNull();
  const packaged = join(resourcesPath, 'node', 'bin', 'node');
  mkdirSync(dirname(packaged), { recursive: true });
  writeFileSync(packaged, '');
  expect(plainNode(around)).toBe(packaged);
});
