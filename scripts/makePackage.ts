/**
 * Packages the build in out/ with electron-builder, into dist/.
 *
 * Without arguments it makes the unpacked application of this platform around the Electron at hand, which needs no
 * network; other arguments go to electron-builder as they are.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { electronRuntime } from './electronRuntime.ts';
import { root } from './root.ts';
import { say } from './say.ts';

export async function makePackage(parameters: readonly string[]): Promise<void> {
  const wanted = parameters.length > 0 ? parameters : await unpackedHere();
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', ...wanted], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`electron-builder ended with code ${status}.`);
}

async function unpackedHere(): Promise<string[]> {
  const { directory, version } = await electronRuntime(say);
  return [
    '--dir',
    `--config.electronDist=${directory}`,
    `--config.electronVersion=${version}`,
    // The end-to-end tests drive this one through Node's debugger, which the installers leave out.
    '--config.electronFuses.enableNodeCliInspectArguments=true',
  ];
}
