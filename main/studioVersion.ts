/**
 * The program's version, from the package.json above the running file: of the checkout, or in the
 * package.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ancestors } from './ancestors.ts';

const Manifest = z.object({ name: z.literal('descent-studio'), version: z.string() });

export function studioVersion(): string {
  for (const folder of ancestors(dirname(fileURLToPath(import.meta.url)))) {
    const manifest = Manifest.safeParse(readJson(join(folder, 'package.json')));
    if (manifest.success) return manifest.data.version;
  }
  throw new Error('The package.json of descent-studio was not found.');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
