/**
 * A Node without Electron around it, for what Electron's own cannot: its memory cage refuses the
 * buffers of native code that Dawn hands out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A process, as far as it tells of Nodes. */
interface Surroundings {
  readonly versions: { readonly electron?: string };
  readonly execPath: string;
  /** Of an Electron. */
  readonly resourcesPath?: string;
  readonly env: { readonly DESCENT_NODE?: string };
}

/**
 * The process's own, where it is plain; the one that comes with a packaged application, or else the one
 * that started the studio. Null where there is none: packages for other systems than Linux bring none,
 * because Chromium finds the card there.
 */
export function plainNode(around: Surroundings = process as Surroundings): string | null {
  const { versions, execPath, resourcesPath, env } = around;
  if (!versions.electron) return execPath;
  const packaged = resourcesPath && join(resourcesPath, 'node', 'bin', 'node');
  return [packaged, env.DESCENT_NODE].find((path) => path && existsSync(path)) ?? null;
}
