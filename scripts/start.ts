/**
 * `npm start`: opens the studio, or runs its main job in the terminal where there is no display to open it on.
 *
 * Whatever goes wrong is said in words; a stack trace helps nobody who has just typed a command.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';
import { electronArguments } from './electronArguments.ts';
import { electronRuntime } from './electronRuntime.ts';
import { hasDisplay } from './hasDisplay.ts';
import { isBuildStale } from './isBuildStale.ts';
import { root } from './root.ts';
import { say } from './say.ts';
import { ensureSystemLibraries } from './systemLibraries.ts';

async function openWindow(): Promise<number> {
  const runtime = await electronRuntime(say);
  ensureSystemLibraries(runtime.executable, say);
  say('Opening Descent');
  const { status, error } = spawnSync(
    runtime.executable,
    [root, ...electronArguments(runtime.executable, say)],
    { stdio: 'inherit', env: { ...process.env, DESCENT_NODE: process.execPath } },
  );
  if (error) throw error;
  return status ?? 1;
}

/** The first sample, trained with a progress bar. The CLI runs from source, so nothing needs to be built. */
function runDemo(): number {
  say('There is no display here, so the first sample is trained in the terminal.\n');
  const demo = join(root, 'main', 'cli', 'descent.ts');
  const { status } = spawnSync(process.execPath, [demo, 'demo'], { cwd: root, stdio: 'inherit' });
  say('\nTo open the window, run npm start where DISPLAY or WAYLAND_DISPLAY is set.');
  return status ?? 1;
}

async function start(): Promise<number> {
  if (!hasDisplay()) return runDemo();
  if (isBuildStale()) {
    say('Building');
    build();
  }
  return openWindow();
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
