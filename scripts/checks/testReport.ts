/**
 * Reads what vitest and Playwright reported as JSON. A runner that failed without naming a failed test, or that ran
 * none, counts as one failure: silence is never success. The failed tests are named, since what a runner said of them
 * lies thousands of lines above the end of `npm test`.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { root } from '../root.ts';
import type { CheckResult } from './CheckResult.ts';

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const PlaywrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(PlaywrightSuite),
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
  return silent ? { ...counted, failed: 1 } : counted;
}

export function readReport(runner: 'vitest' | 'playwright', report: unknown): CheckResult {
  return runner === 'vitest'
    ? readVitest(VitestReport.parse(report))
    : readPlaywright(PlaywrightReport.parse(report));
}

function readVitest({
  success,
  numPassedTests,
  numFailedTests,
  testResults,
}: z.infer<typeof VitestReport>): CheckResult {
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that does not load has no tests to name.
    if (status === 'failed' && failed.length === 0) return [file];
    return failed.map((test) => `${file} › ${test.fullName}`);
  });
  const failed = success ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, failures };
}

function readPlaywright({ stats, errors, suites }: z.infer<typeof PlaywrightReport>): CheckResult {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [
      ...suites.flatMap(failedSpecs),
      ...errors.map(
        ({ message = '' }) => `outside the tests: ${stripVTControlCharacters(message)}`,
      ),
    ],
  };
}

function failedSpecs({ specs, suites = [] }: z.infer<typeof PlaywrightSuite>): string[] {
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === 'unexpected' || status === 'flaky'),
  );
  return [
    ...failed.map(({ file, title }) => `e2e/${file} › ${title}`),
    ...suites.flatMap(failedSpecs),
  ];
}
