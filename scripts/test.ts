/**
 * `npm test`: every check of the project, one after another, and at the end the plain line `N passed, N failed`.
 *
 * A step that fails does not stop the ones after it, except where they need what it makes.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { checkBoundaries } from './checks/boundaries.ts';
import type { CheckResult } from './checks/CheckResult.ts';
import { runTool, type tools } from './checks/runTool.ts';
import { sourceSize } from './checks/sourceSize.ts';
import { countTests } from './checks/testReport.ts';
import { makePackage } from './makePackage.ts';
import { root } from './root.ts';
import { say } from './say.ts';
import { withSoftwareGpu } from './softwareGpu.ts';
import { withStudioEnvironment } from './studioEnvironment.ts';

interface Step {
  readonly name: string;
  /** Steps that must have succeeded first. */
  readonly needs?: readonly string[];
  run(): CheckResult | Promise<CheckResult>;
}

const results = join(root, 'test-results');
const good: CheckResult = { passed: 1, failed: 0 };
const bad: CheckResult = { passed: 0, failed: 1 };

/** Biome colours what it writes to a file, too. */
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

const tool = (name: string, command: keyof typeof tools, parameters: readonly string[]): Step => ({
  name,
  run: () => runTool(command, parameters),
});

const steps: readonly Step[] = [
  tool('types', 'tsc', ['-b']),
  tool('lint and format', 'biome', ['ci', '--error-on-warnings', ...plain]),
  { name: 'boundaries', run: () => checkBoundaries(say) },
  { name: 'size', run: () => sourceSize(say) },
  tool('unused code', 'knip', []),
  { name: 'unit and golden tests', run: unitTests },
  { name: 'build', run: succeeds(build) },
  { name: 'package', needs: ['build'], run: succeeds(() => makePackage([])) },
  { name: 'end-to-end tests', needs: ['build', 'package'], run: endToEndTests },
];

async function unitTests(): Promise<CheckResult> {
  const report = join(results, 'vitest.json');
  const parameters = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const env = await withSoftwareGpu(say);
  return countTests('vitest', report, () => runTool('vitest', parameters, env));
}

function endToEndTests(): Promise<CheckResult> {
  const report = join(results, 'playwright.json');
  return withStudioEnvironment(say, (env) =>
    countTests('playwright', report, () => runTool('playwright', ['test'], env)),
  );
}

/** A step that throws where it fails. */
function succeeds(work: () => void | Promise<void>): () => Promise<CheckResult> {
  return async () => {
    await work();
    return good;
  };
}

async function runStep(step: Step, failed: ReadonlySet<string>): Promise<CheckResult> {
  say(`\n── ${step.name}`);
  const missing = step.needs?.filter((name) => failed.has(name)) ?? [];
  if (missing.length > 0) {
    say(`Not run: ${missing.join(' and ')} failed.`);
    return bad;
  }
  try {
    return await step.run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return bad;
  }
}

mkdirSync(results, { recursive: true });
const failed = new Set<string>();
const summary: string[] = [];
const failures: string[] = [];
let total: CheckResult = { passed: 0, failed: 0 };
for (const step of steps) {
  const result = await runStep(step, failed);
  if (result.failed > 0) failed.add(step.name);
  failures.push(...(result.failures ?? []));
  summary.push(`${step.name}: ${result.passed} passed, ${result.failed} failed`);
  total = { passed: total.passed + result.passed, failed: total.failed + result.failed };
}
say(`\n${summary.join('\n')}\n`);
for (const name of failures) say(`failed: ${name}`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
