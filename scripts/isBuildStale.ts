/** Whether a source is newer than the build in out/, so that `npm start` builds only when it must. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const sources = ['core', 'main', 'renderer', 'resources/translations'];
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** Written last: when it is there, the whole build is. */
const lastOutput = join('out', 'renderer', 'index.html');

export function isBuildStale(): boolean {
  const output = join(root, lastOutput);
  if (!existsSync(output)) return true;
  const built = statSync(output).mtimeMs;
  const newest = [...sources.flatMap(filesBelow), ...files.map((file) => join(root, file))];
  return newest.some((file) => statSync(file).mtimeMs > built);
}

function filesBelow(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
