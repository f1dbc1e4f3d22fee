/** Runs a tool's own JavaScript with this Node, its output on the terminal; counts as one check. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { CheckResult } from './CheckResult.ts';

export const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

export function runTool(
  tool: keyof typeof tools,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): CheckResult {
  const script = join(root, 'node_modules', tools[tool]);
  const { status } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
