/**
 * Shows that the layer check can fail: plants imports that the house forbids into a small copy of it, and expects the
 * compiler or the linter to refuse each by name. That the real tree holds none of them is the business of `tsc -b` and
 * `biome` themselves; a guard that lets everything through would pass those too.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';
import type { CheckResult } from './CheckResult.ts';
import { tools } from './runTool.ts';

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
  readonly guard: 'tsc' | 'biome';
}

const violations: readonly Planted[] = [
  {
    rule: 'core does not import Node',
    file: 'core/graph/planted.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
    guard: 'tsc',
  },
  {
    rule: 'core does not touch the DOM',
    file: 'core/graph/plantedDom.ts',
    source: 'export const planted = document.title;\n',
    guard: 'tsc',
  },
  {
    rule: 'core does not import main',
    file: 'core/graph/plantedMain.ts',
    source: "import { planted } from '../../main/target.ts';\nexport const copy = planted;\n",
    guard: 'tsc',
  },
  {
    rule: 'the contract imports nothing else of core',
    file: 'core/contract/planted.ts',
    source: "import { planted } from '../graph/target.ts';\nexport const copy = planted;\n",
    guard: 'tsc',
  },
  {
    rule: 'renderer imports the contract alone',
    file: 'renderer/planted.ts',
    source: "import { planted } from '../core/graph/target.ts';\nexport const copy = planted;\n",
    guard: 'tsc',
  },
  {
    rule: 'main does not import renderer',
    file: 'main/planted.ts',
    source: "import { planted } from '../renderer/target.ts';\nexport const copy = planted;\n",
    guard: 'tsc',
  },
  {
    rule: 'the page of a trainer window does not import Node',
    file: 'main/trainer/window/planted.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
    guard: 'tsc',
  },
  {
    rule: 'the service does not import Electron',
    file: 'main/service/planted.ts',
    source: "import { app } from 'electron';\nexport const planted = app;\n",
    guard: 'biome',
  },
  {
    rule: 'ipcMain is for main/ipc.ts alone',
    file: 'main/plantedIpc.ts',
    source: "import { ipcMain } from 'electron';\nexport const planted = ipcMain;\n",
    guard: 'biome',
  },
  {
    rule: 'SQLite is for main/service/store/SqlDatabase.ts alone',
    file: 'main/service/plantedSqlite.ts',
    source: "import Sqlite from 'better-sqlite3';\nexport const planted = Sqlite;\n",
    guard: 'biome',
  },
  {
    rule: 'ONNX Runtime is for main/trainer/createExecutor.ts alone, however it is loaded',
    file: 'main/service/plantedOnnx.ts',
    source:
      "import { createRequire } from 'node:module';\n" +
      "const load = createRequire(import.meta.url);\nexport const planted = load('onnxruntime-node');\n",
    guard: 'biome',
  },
  {
    rule: 'core does not read the clock or draw random numbers of its own',
    file: 'core/graph/plantedClock.ts',
    source: 'export const planted = Math.random() + Date.now();\n',
    guard: 'biome',
  },
];

/** What the planted imports reach for, one harmless file a layer. */
const targets = ['core/graph/target.ts', 'main/target.ts', 'renderer/target.ts'];
const copied = [
  'tsconfig.base.json',
  'biome.json',
  'scripts/checks/pureCore.grit',
  'scripts/checks/sqliteDoor.grit',
  'scripts/checks/onnxRuntimeDoor.grit',
  'core/tsconfig.json',
  'core/contract',
  'main/tsconfig.json',
  'main/trainer/window/tsconfig.json',
  'renderer/tsconfig.json',
];

export function checkBoundaries(say: (line: string) => void): CheckResult {
  const house = join(root, '.cache', 'planted');
  rmSync(house, { recursive: true, force: true });
  furnish(house);
  const words = { tsc: compile(house), biome: lint(house) };
  const missed = violations.filter(({ file, guard }) => !words[guard].includes(file));
  for (const planted of violations) {
    say(`${missed.includes(planted) ? 'NOT REFUSED' : 'refused'}: ${planted.rule}`);
  }
  rmSync(house, { recursive: true, force: true });
  return { passed: violations.length - missed.length, failed: missed.length };
}

function furnish(house: string): void {
  mkdirSync(house, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const path of copied) cpSync(join(root, path), join(house, path), { recursive: true });
  const write = (path: string, source: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  };
  for (const path of targets) write(path, 'export const planted = 1;\n');
  for (const { file, source } of violations) write(file, source);
  // Biome takes what git ignores from here; the house is no repository of its own.
  write('.gitignore', 'node_modules/\n');
}

function compile(house: string): string {
  // Each layer by itself: a build of all would stop at the first one with an error.
  return ['core/contract', 'core', 'main', 'main/trainer/window', 'renderer']
    .map((layer) => run(house, [join(root, 'node_modules', tools.tsc), '-b', layer]))
    .join('\n');
}

function lint(house: string): string {
  const biome = join(root, 'node_modules', tools.biome);
  return run(house, [biome, 'lint', '--max-diagnostics=200', '--reporter=github', '.']);
}

function run(house: string, parameters: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: house,
    encoding: 'utf8',
  });
  return `${stdout}\n${stderr}`;
}
