/**
 * A Node without Electron around it, for what Electron's own cannot: its memory cage refuses the
 * buffers of native code that Dawn hands out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * This process's own, where it is plain; the one that started the studio; the one beside a packaged
 * application. Null where there is none: elsewhere than on Linux packages bring none, because Chromium
 * finds the card there.
 */
export function plainNode(): string | null {
  if (!process.versions.electron) return process.execPath;
  const { resourcesPath } = process as { resourcesPath?: string };
  const packaged = resourcesPath ? [join(resourcesPath, 'node', 'bin', 'node')] : [];
  const given = process.env.DESCENT_NODE ? [process.env.DESCENT_NODE] : [];
  return [...given, ...packaged].find((path) => existsSync(path)) ?? null;
}
