import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundUp, ticksAround, wholeTicksTo } from './axisTicks.ts';

test.each([
  [0, 2.6, [0, 1, 2, 3]],
  [0.78, 1, [0.7, 0.8, 0.9, 1]],
  [0.9, 0.993, [0.9, 0.95, 1]],
  [0, 19_800_000, [0, 5e6, 1e7, 1.5e7, 2e7]],
  [1, 1, [0.9, 0.95, 1]],
  [0, 0, [0, 0.5, 1]],
])('from %s to %s', (low, high, ticks) => {
  expect(ticksAround(low, high)).toEqual(ticks);
});

test('shares never need more than 100 %, and every value lies between the ends', () => {
  const share = fc.integer({ min: 0, max: 60_000 }).map((right) => right / 60_000);
  fc.assert(
    fc.property(share, share, (a, b) => {
      const ticks = ticksAround(Math.min(a, b), Math.max(a, b));
      expect(ticks.at(-1)).toBeLessThanOrEqual(1);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(a, b) + 1e-9);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-9);
      expect(ticks.length).toBeLessThan(8);
    }),
  );
});

test('whole ticks stay whole and within the end', () => {
  expect(wholeTicksTo(1)).toEqual([0, 1]);
  expect(wholeTicksTo(60)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(wholeTicksTo(462)).toEqual([0, 100, 200, 300, 400]);
});

test('rounds up to one significant digit', () => {
  expect([0.03, 1, 1.01, 6, 700].map(roundUp)).toEqual([0.05, 1, 2, 10, 1000]);
});
