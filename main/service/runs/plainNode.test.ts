import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/testStudio.ts';
import { plainNode } from './plainNode.ts';

const electron = { versions: { electron: '45.4.1' }, execPath: '/studio/descent' };

test('a process of plain Node is its own', () => {
  expect(plainNode()).toBe(process.execPath);
});

test('Electron takes the one of its package, else the one that started it, else none', () => {
  const resourcesPath = temporaryFolder();
  const started = { DESCENT_NODE: process.execPath };
  expect(plainNode({ ...electron, resourcesPath, env: {} })).toBeNull();
  expect(plainNode({ ...electron, resourcesPath, env: { DESCENT_NODE: '/nowhere' } })).toBeNull();
  expect(plainNode({ ...electron, resourcesPath, env: started })).toBe(process.execPath);
  const packaged = join(resourcesPath, 'node', 'bin', 'node');
  mkdirSync(dirname(packaged), { recursive: true });
  writeFileSync(packaged, '');
  expect(plainNode({ ...electron, resourcesPath, env: started })).toBe(packaged);
});
