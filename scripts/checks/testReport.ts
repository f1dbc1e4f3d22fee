/**
 * Reads what vitest and Playwright reported as JSON. A runner that failed without naming a failed test, or that ran
 * none, counts as one failure: silence is never success.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { CheckResult } from './CheckResult.ts';

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Removes what an earlier run wrote, runs the tests, and counts what this run wrote. */
export function countTests(
  runner: 'vitest' | 'playwright',
  reportFile: string,
  run: () => CheckResult,
): CheckResult {
  rmSync(reportFile, { force: true });
  const exit = run();
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const counted = readReport(runner, JSON.parse(readFileSync(reportFile, 'utf8')));
  const silent = counted.failed === 0 && (exit.failed > 0 || counted.passed === 0);
  return silent ? { passed: counted.passed, failed: 1 } : counted;
}

export function readReport(runner: 'vitest' | 'playwright', report: unknown): CheckResult {
  if (runner === 'vitest') {
    const { success, numPassedTests, numFailedTests } = VitestReport.parse(report);
    const failed = success ? numFailedTests : Math.max(1, numFailedTests);
    return { passed: numPassedTests, failed };
  }
  const { stats, errors } = PlaywrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
