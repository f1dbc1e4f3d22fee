import { expect, test } from 'vitest';
import { readDatasetInfo } from './readDatasetInfo.ts';

const version1 = {
  id: 'digits',
  name: 'Digits',
  kind: 'table',
  samples: 10,
  sampleShape: [2],
  featureNames: ['x', '키'],
  target: { kind: 'class', name: 'digit', labels: ['0', '1'], counts: [5, 5] },
  givenTestSamples: 3,
  hash: 'ab'.repeat(32),
  bytes: 100,
  source: { kind: 'csv', origin: '/data/digits.csv', license: null },
  warnings: [],
  importedAt: 1,
};

test('what 0.1.0 wrote is read with columns and parts', () => {
  const info = readDatasetInfo(JSON.stringify(version1));
  expect(info).toMatchObject({ id: 'digits', given: { train: 7, validation: 0, test: 3 } });
  expect(info.columns.map(({ name, missing }) => [name, missing])).toEqual([
    ['x', 0],
    ['키', 0],
  ]);
  expect(readDatasetInfo(JSON.stringify(info))).toEqual(info);
  const whole = readDatasetInfo(JSON.stringify({ ...version1, givenTestSamples: 0 }));
  expect(whole.given).toBeNull();
});

test('anything else is refused', () => {
  expect(() => readDatasetInfo('{"kind":"table"}')).toThrow();
});
