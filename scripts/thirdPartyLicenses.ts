/**
 * The licences of all packages that the application carries, in one text.
 *
 * What is carried is read off the sources: the packages that core, main and renderer import, and all that those need in
 * turn. Tools for building and testing are not part of the application.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const importedPackage =
  /(?:from|import|require\(|url\()\s*['"]((?:@[\w.-]+\/)?[a-zA-Z][\w.-]*)(?:\/[^'"]*)?['"]/g;
/**
 * Electron brings its own notices in every package, and so does the Node of the Linux ones; types and test helpers are
 * not carried.
 */
const notCarried = new Set(['electron', 'csv-parse', 'fast-check', 'vitest', ...builtinModules]);

export function thirdPartyLicenses(): string {
  const found = new Map<string, string>();
  // What is installed beside the bundles is loaded by name at run time.
  const installed = Object.keys(manifestOf(root).dependencies ?? {});
  const queue = [...installed, ...importedPackages()].map((name) => ({ name, from: root }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const folder = folderOf(next.name, next.from);
    if (!folder || found.has(folder)) continue;
    const manifest = manifestOf(folder);
    found.set(folder, describe(manifest, folder));
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (!notCarried.has(name)) queue.push({ name, from: folder });
    }
  }
  const unique = [...new Set(found.values())].sort((a, b) => a.localeCompare(b, 'en'));
  return `Packages that Descent carries, with their licences.\n\n${unique.join('\n')}`;
}

function importedPackages(): string[] {
  const patterns = ['core', 'main', 'renderer'].flatMap((layer) =>
    ['ts', 'tsx', 'css'].map((ending) => `${layer}/*.${ending}`),
  );
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  });
  const sources = files.split('\n').filter((path) => path !== '' && !isTest(path));
  const names = sources
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(importedPackage)])
    .map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !notCarried.has(name)).sort();
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** The way Node looks for a package: the nearest node_modules upwards. */
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) return null;
  }
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function describe(manifest: Manifest, folder: string): string {
  const text = licenseText(folder) ?? licenseText(join(folder, 'dist'));
  const title = `${manifest.name} ${manifest.version}  (${manifest.license ?? 'see below'})`;
  const body = text ?? `No licence text in the package. See ${manifest.homepage ?? manifest.name}.`;
  return `${'-'.repeat(80)}\n${title}\n${'-'.repeat(80)}\n\n${body}\n`;
}

function licenseText(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (!file) return null;
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
