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
 * The process's own, where it is plain; in a packaged application the one that comes with it, and
 * otherwise the one that started the studio. Null where there is none: packages for other systems than
 * Linux bring none, because Chromium finds the card there. No package takes one from the environment:
 * it would be code that others name.
 */
export function plainNode(around: Surroundings = process as Surroundings): string | null {
  const { versions, execPath, resourcesPath, env } = around;
  if (!versions.electron) return execPath;
  const isPackaged = resourcesPath && existsSync(join(resourcesPath, 'app.asar'));
  const node = isPackaged ? join(resourcesPath, 'node', 'bin', 'node') : env.DESCENT_NODE;
  return node && existsSync(node) ? node : null;
}
