/** `npm run package`: builds, then packages; `npm run package -- --win`, `--mac`, `--linux` make installers. */
import { build } from './build.ts';
import { makePackage } from './makePackage.ts';
import { say } from './say.ts';

try {
  build();
  await makePackage(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
