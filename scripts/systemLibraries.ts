/**
 * Makes sure that the machine has what an Electron window needs beyond npm: shared libraries, and an X server for
 * machines without a display.
 *
 * Looks first and installs only what is missing, and only as root on Debian and its kin; elsewhere it says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = [
  'xvfb',
  'libnss3',
  'libgtk-3-0',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
];

/** Throws an Error that names what is missing where it cannot be installed from here. */
export function ensureSystemLibraries(executable: string, say: (line: string) => void): void {
  if (process.platform !== 'linux') return;
  const missing = missingParts(executable);
  if (missing.length === 0) return;
  const isDebian = existsSync('/etc/debian_version') && commandExists('apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    throw new Error(
      `Missing for an Electron window: ${missing.join(', ')}. On Debian or Ubuntu, run as root: ` +
        `apt-get install ${packages.join(' ')}`,
    );
  }
  say(`Missing for an Electron window: ${missing.join(', ')}`);
  installPackages(say);
  const still = missingParts(executable);
  if (still.length > 0) throw new Error(`Still missing after apt-get install: ${still.join(', ')}`);
}

/** Libraries that the loader does not find, and the X server where there is no display. */
function missingParts(executable: string): string[] {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const libraries = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) =>
    String(name),
  );
  return commandExists('Xvfb') ? libraries : [...libraries, 'Xvfb'];
}

function installPackages(say: (line: string) => void): void {
  if (spawnSync('apt-get', ['install', '--dry-run', ...packages]).status !== 0) {
    say('apt-get update');
    apt(['update']);
  }
  const names = packages.map(currentName);
  say(`apt-get install ${names.join(' ')}`);
  apt(['install', '--yes', '--no-install-recommends', ...names]);
}

/** Debian 13 and Ubuntu 24 renamed some libraries when time became 64 bits wide. */
function currentName(name: string): string {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(stdout) ? name : `${name}t64`;
}

function apt(parameters: string[]): void {
  const result = spawnSync('apt-get', ['--quiet', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return;
  throw new Error(`apt-get ${parameters[0]} failed:\n${result.stderr.trim()}`);
}

function commandExists(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}
