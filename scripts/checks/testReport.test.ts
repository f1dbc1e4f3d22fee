import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countTests, readReport } from './testReport.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
const write = (path: string, report: unknown) => writeFileSync(path, JSON.stringify(report));
const good = { passed: 1, failed: 0 };
const bad = { passed: 0, failed: 1 };

test('counts the tests of vitest', () => {
  const report = { success: false, numPassedTests: 40, numFailedTests: 2 };
  expect(readReport('vitest', report)).toEqual({ passed: 40, failed: 2 });
});

test('a file that does not load is a failure though no test failed', () => {
  const report = { success: false, numPassedTests: 40, numFailedTests: 0 };
  expect(readReport('vitest', report)).toEqual({ passed: 40, failed: 1 });
});

test('a flaky end-to-end test and an error outside the tests are failures', () => {
  const report = { stats: { expected: 9, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(readReport('playwright', report)).toEqual({ passed: 9, failed: 3 });
});

test('a runner that writes no report has failed', () => {
  const path = file();
  write(path, { success: true, numPassedTests: 99, numFailedTests: 0 });
  expect(countTests('vitest', path, () => good)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that ran nothing has failed', () => {
  const path = file();
  const run = () => {
    write(path, { success: true, numPassedTests: 0, numFailedTests: 0 });
    return good;
  };
  expect(countTests('vitest', path, run)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that exits with an error has failed whatever it reported', () => {
  const path = file();
  const run = () => {
    write(path, { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] });
    return bad;
  };
  expect(countTests('playwright', path, run)).toEqual({ passed: 3, failed: 1 });
});
