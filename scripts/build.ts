/** Builds the studio into out/; an Error carries the builder's own words. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

export function build(): void {
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const words = (result.stderr || result.stdout).trim().split('\n');
  const said = words.filter((line) => !line.startsWith('    at '));
  throw new Error(`The build failed:\n${said.join('\n')}`);
}
