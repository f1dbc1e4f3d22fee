/** Runs the end-to-end tests against the build in out/: `npm run e2e -- [Playwright's own options]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';
import { say } from './say.ts';
import { withStudioEnvironment } from './studioEnvironment.ts';

const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');

process.exitCode = await withStudioEnvironment(say, (env) => {
  const parameters = [playwright, 'test', ...process.argv.slice(2)];
  return spawnSync(process.execPath, parameters, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
});
