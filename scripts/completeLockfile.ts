/**
 * Adds to package-lock.json what npm leaves out of it: `node scripts/completeLockfile.ts`, after every change of the
 * dependencies. A test asserts that nothing is left to add.
 *
 * - Platform parts. Tools such as Biome come as one optional package a platform. Where a registry lacks the parts of
 *   other platforms, npm leaves them out of the lock, and `npm ci` then refuses that lock on every machine. Their version
 *   is known from the package that asks for them and their platform from their name.
 * - `gypfile: false` for packages that bring their binaries. npm before 11 knows no `allowScripts`, sees a binding.gyp and
 *   starts a compiler, which a machine without Python and C++ cannot do; npm 10 is what comes with Node 20.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  gypfile?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openharmony', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const prebuilt = ['node_modules/better-sqlite3'];

interface Lock {
  packages: Record<string, LockEntry>;
}

const lockPath = join(root, 'package-lock.json');

export function readLock(): Lock {
  return JSON.parse(readFileSync(lockPath, 'utf8'));
}

/** Completes the lock in place and names what was added. */
export function completeLock(lock: Lock): string[] {
  const added: string[] = [];
  for (const place of prebuilt) {
    const entry = lock.packages[place];
    if (!entry || entry.gypfile === false) continue;
    entry.gypfile = false;
    added.push(`gypfile: false of ${place}`);
  }
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const own = `${place}/node_modules/${name}`;
      const platform = platformOf(name);
      if (lock.packages[`node_modules/${name}`] || lock.packages[own]) continue;
      if (!exactVersion.test(version) || !platform) continue;
      lock.packages[`node_modules/${name}`] = platformPart(version, platform, entry);
      added.push(`${name}@${version}`);
    }
  }
  return added;
}

interface Platform {
  readonly os?: string;
  readonly cpu?: string;
}

function platformPart(version: string, { os, cpu }: Platform, of: LockEntry): LockEntry {
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(of.dev ? { dev: true } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

/** `@scope/tool-win32-x64-msvc` is for os win32, cpu x64; null for a name that speaks of no platform. */
function platformOf(name: string): Platform | null {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os && !cpu) return null;
  return { ...(os ? { os } : {}), ...(cpu ? { cpu } : {}) };
}

if (import.meta.main) {
  const lock = readLock();
  const added = completeLock(lock);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  if (added.length > 0) writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added:\n  ${added.join('\n  ')}` : 'The lock is complete.');
}
