/**
 * Adds to package-lock.json the platform parts that the registry in use does not carry.
 *
 * Tools such as Biome come as one optional package a platform. Where a registry lacks the parts of other platforms, npm
 * leaves them out of the lock, and `npm ci` then refuses that lock on every machine. Their version is known from the
 * package that asks for them and their platform from their name, so they can be entered without being fetched.
 * Run it after adding a dependency: `node scripts/completeLockfile.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openharmony', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const path = join(root, 'package-lock.json');
const lock: { packages: Record<string, LockEntry> } = JSON.parse(readFileSync(path, 'utf8'));
const added: string[] = [];

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const own = `${place}/node_modules/${name}`;
    if (lock.packages[`node_modules/${name}`] || lock.packages[own]) continue;
    const platform = platformOf(name);
    if (!exactVersion.test(version) || !platform) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(platform.cpu ? { cpu: [platform.cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(platform.os ? { os: [platform.os] } : {}),
    };
    added.push(`${name}@${version}`);
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(sorted);
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added:\n  ${added.join('\n  ')}` : 'The lock is complete.');

/** `@scope/tool-win32-x64-msvc` is for os win32, cpu x64; null for a name that speaks of no platform. */
function platformOf(name: string): { os?: string; cpu?: string } | null {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os && !cpu) return null;
  return { ...(os ? { os } : {}), ...(cpu ? { cpu } : {}) };
}
