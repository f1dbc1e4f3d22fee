import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { countTests, readReport } from './testReport.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
const write = (path: string, report: unknown) => writeFileSync(path, JSON.stringify(report));
const good = { passed: 1, failed: 0 };
const bad = { passed: 0, failed: 1 };

const vitest = (counts: object, testResults: readonly object[] = []) => ({
  ...counts,
  testResults,
});

test('counts the tests of vitest, and names those that failed', () => {
  const counts = { success: false, numPassedTests: 40, numFailedTests: 1 };
  const assertionResults = [
    { status: 'passed', fullName: 'adds' },
    { status: 'failed', fullName: 'Adam > decays' },
  ];
  const name = join(root, 'core/adam.test.ts');
  const report = vitest(counts, [{ name, status: 'failed', assertionResults }]);
  const failures = ['core/adam.test.ts › Adam > decays'];
  expect(readReport('vitest', report)).toEqual({ passed: 40, failed: 1, failures });
});

test('a file that does not load is a failure though no test failed', () => {
  const counts = { success: false, numPassedTests: 40, numFailedTests: 0 };
  const file = { name: join(root, 'core/adam.test.ts'), status: 'failed', assertionResults: [] };
  const failures = ['core/adam.test.ts'];
  const read = readReport('vitest', vitest(counts, [file]));
  expect(read).toEqual({ passed: 40, failed: 1, failures });
});

test('a flaky end-to-end test and an error outside the tests are failures', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'runs.e2e.ts',
    tests: [{ status }],
  });
  const report = {
    stats: { expected: 9, unexpected: 1, flaky: 1 },
    errors: [{ message: '\u001b[31mNo tests found\u001b[39m' }],
    suites: [
      { specs: [spec('opens', 'expected'), spec('closes', 'flaky')] },
      { specs: [], suites: [{ specs: [spec('asks', 'unexpected')] }] },
    ],
  };
  expect(readReport('playwright', report)).toEqual({
    passed: 9,
    failed: 3,
    failures: [
      'e2e/runs.e2e.ts › closes',
      'e2e/runs.e2e.ts › asks',
      'outside the tests: No tests found',
    ],
  });
});

test('a runner that writes no report has failed', () => {
  const path = file();
  write(path, vitest({ success: true, numPassedTests: 99, numFailedTests: 0 }));
  expect(countTests('vitest', path, () => good)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that ran nothing has failed', () => {
  const path = file();
  const run = () => {
    write(path, vitest({ success: true, numPassedTests: 0, numFailedTests: 0 }));
    return good;
  };
  expect(countTests('vitest', path, run)).toEqual({ passed: 0, failed: 1, failures: [] });
});

test('a runner that exits with an error has failed whatever it reported', () => {
  const path = file();
  const run = () => {
    write(path, { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [], suites: [] });
    return bad;
  };
  expect(countTests('playwright', path, run)).toEqual({ passed: 3, failed: 1, failures: [] });
});
