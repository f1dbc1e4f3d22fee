/**
 * Finds an Electron that this machine can start, fetching one when there is none: the binary of the `electron` package
 * through its own installer, or else the test runtime.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { hasTestRuntime, testRuntime } from './testRuntime.ts';

export interface ElectronRuntime {
  readonly executable: string;
  /** The folder of the executable, as electron-builder wants it. */
  readonly directory: string;
  readonly version: string;
  /** For people: `Electron 45.4.1`. */
  readonly name: string;
}

const installerMilliseconds = 180_000;
const electronPackage = join(root, 'node_modules', 'electron');
let found: Promise<ElectronRuntime> | undefined;

/** Looks once a process, and says in one line which it is. Throws an Error that a person can act on. */
export function electronRuntime(say: (line: string) => void): Promise<ElectronRuntime> {
  found ??= find(say);
  return found;
}

async function find(say: (line: string) => void): Promise<ElectronRuntime> {
  let installed = installedRuntime();
  let failure: string | null = null;
  if (!installed && hasTestRuntime()) {
    const runtime = await testRuntime(say);
    say(`Using ${runtime.name}, a test runtime; npx install-electron fetches Electron's own`);
    return runtime;
  }
  if (!installed) {
    say("Fetching Electron's binary");
    failure = runInstaller();
    installed = installedRuntime();
  }
  if (installed) {
    say(`Using ${installed.name}`);
    return installed;
  }
  const reason = `Electron's own binary could not be fetched (${failure ?? 'it is incomplete'})`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`${reason}. With a connection, run: npx install-electron`);
  }
  const runtime = await testRuntime(say);
  say(`Using ${runtime.name}, a test runtime: ${reason}`);
  return runtime;
}

/** What the installer has put in place. */
function installedRuntime(): ElectronRuntime | null {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const directory = join(electronPackage, 'dist');
  const executable = join(directory, readFileSync(pathFile, 'utf8'));
  if (!existsSync(executable)) return null;
  const version = readFileSync(join(directory, 'version'), 'utf8').trim().replace(/^v/, '');
  return { executable, directory, version, name: `Electron ${version}` };
}

/** Null when it succeeded, else why not. */
function runInstaller(): string | null {
  const installer = join(electronPackage, 'install.js');
  if (!existsSync(installer)) throw new Error('The electron package is missing. Run: npm ci');
  const { status, error, stderr } = spawnSync(process.execPath, [installer], {
    timeout: installerMilliseconds,
    encoding: 'utf8',
  });
  if (status === 0) return null;
  return error?.message ?? stderr.trim().split('\n')[0] ?? `code ${status}`;
}
