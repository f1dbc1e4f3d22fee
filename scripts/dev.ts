/** `npm run dev`: the studio with hot reload of the page; the shell restarts when its own files change. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';
import { say } from './say.ts';
import { withStudioEnvironment } from './studioEnvironment.ts';

const developer = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');

process.exitCode = await withStudioEnvironment(say, (env) => {
  const switches = env.DESCENT_ELECTRON_SWITCHES?.split(' ').filter((name) => name !== '') ?? [];
  const parameters = [developer, 'dev', '--watch', '--', ...switches];
  const withElectron = { ...env, ELECTRON_EXEC_PATH: env.DESCENT_ELECTRON };
  const result = spawnSync(process.execPath, parameters, {
    cwd: root,
    env: withElectron,
    stdio: 'inherit',
  });
  return result.status ?? 1;
});
