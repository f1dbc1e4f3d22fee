/**
 * Makes sure that the machine has what an Electron window needs beyond npm: shared libraries, and an X server for
 * machines without a display.
 *
 * Looks first and installs only what is missing, and only as root on Debian and its kin; elsewhere it says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasDisplay } from './hasDisplay.ts';

const packages = [
  'xvfb',
  'libnss3',
  'libgtk-3-0',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
];

/**
 * Throws an Error that names what is missing where it cannot be installed from here. An X server is asked for only when
 * there is no display already.
 */
export function ensureSystemLibraries(executable: string, say: (line: string) => void): void {
  if (process.platform !== 'linux') return;
  const missing = missingParts(executable);
  if (missing.length === 0) return;
  const isDebian = existsSync('/etc/debian_version') && commandExists('apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    throw new Error(
      `Missing for an Electron window: ${missing.join(', ')}. On Debian or Ubuntu, run as root: ` +
        `apt-get install ${packages.map(currentName).join(' ')}`,
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
  return hasDisplay() || commandExists('Xvfb') ? libraries : [...libraries, 'Xvfb'];
}

/** With the package lists as they are; where they are absent or too old, with new ones. */
function installPackages(say: (line: string) => void): void {
  const install = () => {
    const names = packages.map(currentName);
    say(`apt-get install ${names.join(' ')}`);
    return apt(['install', '--yes', '--no-install-recommends', ...names]);
  };
  if (install() === null) return;
  say('apt-get update');
  // One source of several that does not answer fails the update, and need not fail the rest.
  const updateFailure = apt(['update']);
  const failure = install();
  if (failure !== null) throw new Error(`apt-get failed:\n${updateFailure ?? failure}`);
}

/** Debian 13 and Ubuntu 24 renamed some libraries when time became 64 bits wide. */
function currentName(name: string): string {
  return !isInstallable(name) && isInstallable(`${name}t64`) ? `${name}t64` : name;
}

function isInstallable(name: string): boolean {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}

/** A fresh machine may still be installing something of its own when this runs. */
const waitForOthers = ['-o', 'DPkg::Lock::Timeout=600'];

/** Null when it succeeded, else its own words. */
function apt(parameters: string[]): string | null {
  const { status, error, stderr } = spawnSync(
    'apt-get',
    ['--quiet', ...waitForOthers, ...parameters],
    {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

function commandExists(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}
