/** `npm run screenshots`: the pictures of the documentation, taken from the real window (e2e/takeScreenshots.ts). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';
import { isBuildStale } from './isBuildStale.ts';
import { root } from './root.ts';
import { say } from './say.ts';
import { withStudioEnvironment } from './studioEnvironment.ts';

if (isBuildStale()) build();
process.exitCode = await withStudioEnvironment(say, (env) => {
  const script = join(root, 'e2e', 'takeScreenshots.ts');
  return spawnSync(process.execPath, [script], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
});
