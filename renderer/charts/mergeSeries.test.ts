import { expect, test } from 'vitest';
import { mergeSeries } from './mergeSeries.ts';

const series = (key: string, points: [number, number][]) => ({
  key,
  label: key,
  color: 'red',
  points: points.map(([x, y]) => ({ x, y })),
});

test('one row for each x, in order', () => {
  const rows = mergeSeries([
    series('a', [
      [2, 20],
      [1, 10],
    ]),
    series('b', [
      [2, 5],
      [3, 6],
    ]),
  ]);
  expect(rows).toEqual([
    { x: 1, a: 10 },
    { x: 2, a: 20, b: 5 },
    { x: 3, b: 6 },
  ]);
});

test('a diverged value is a gap, not a spike', () => {
  expect(
    mergeSeries([
      series('a', [
        [1, Number.NaN],
        [2, Number.POSITIVE_INFINITY],
      ]),
    ]),
  ).toEqual([
    { x: 1, a: null },
    { x: 2, a: null },
  ]);
});
