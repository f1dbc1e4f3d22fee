/** Runs in any Node, ahead of the scripts that need the one from the packages: without those, says what to do. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const installed = join(__dirname, '..', 'node_modules', '.package-lock.json');
const [major] = process.versions.node.split('.');

if (!existsSync(installed) || Number(major) < 24) {
  process.stderr.write('The packages are not installed. Run first: npm ci\n');
  process.exit(1);
}
