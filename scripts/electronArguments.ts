/** Switches that Electron needs on this machine, each with its reason. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function electronArguments(executable: string, say: (line: string) => void): string[] {
  if (process.platform !== 'linux') return [];
  const switches: string[] = [];
  const obstacle = sandboxObstacle(executable);
  if (obstacle) {
    say(`Chromium's sandbox is off (--no-sandbox): ${obstacle}`);
    switches.push('--no-sandbox');
  }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (WAYLAND_DISPLAY && !DISPLAY) switches.push('--ozone-platform=wayland');
  return switches;
}

/** Why the sandbox, without which Electron would abort, cannot start; null where it can. */
function sandboxObstacle(executable: string): string | null {
  if (process.getuid?.() === 0) return 'it refuses to run as root';
  if (spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0) return null;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const found = statSync(helper, { throwIfNoEntry: false });
  if (found?.uid === 0 && (found.mode & 0o4001) === 0o4001) return null;
  return (
    'this system grants no user namespaces. To have it on, run as root: ' +
    `chown root ${helper} && chmod 4755 ${helper}`
  );
}
