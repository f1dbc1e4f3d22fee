/** What a script needs around it to start the studio's window on this machine: Electron, libraries, a display. */
import { electronArguments } from './electronArguments.ts';
import { electronRuntime } from './electronRuntime.ts';
import { hasDisplay } from './hasDisplay.ts';
import { ensureSystemLibraries } from './systemLibraries.ts';
import { virtualDisplay } from './virtualDisplay.ts';

/**
 * Runs `work` with DESCENT_ELECTRON (the executable), DESCENT_ELECTRON_SWITCHES, DESCENT_NODE (this Node) and a display
 * set; a virtual one lasts as long as the work.
 */
export async function withStudioEnvironment<T>(
  say: (line: string) => void,
  work: (env: NodeJS.ProcessEnv) => T | Promise<T>,
): Promise<T> {
  const runtime = await electronRuntime(say);
  ensureSystemLibraries(runtime.executable, say);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DESCENT_ELECTRON: runtime.executable,
    DESCENT_ELECTRON_SWITCHES: electronArguments(runtime.executable, say).join(' '),
    DESCENT_NODE: process.execPath,
  };
  if (hasDisplay()) return work(env);
  const display = await virtualDisplay();
  try {
    return await work({ ...env, DISPLAY: display.name });
  } finally {
    display.stop();
  }
}
