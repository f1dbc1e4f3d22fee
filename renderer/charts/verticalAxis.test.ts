import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOfHeight, verticalAxis } from './verticalAxis.ts';

test('a linear axis has round ends, and its ticks are the ends', () => {
  expect(verticalAxis([0, 2.6])).toEqual({
    low: 0,
    high: 3,
    isLogarithmic: false,
    ticks: [0, 1, 2, 3],
  });
  expect(verticalAxis([]).ticks).toEqual([0, 1]);
});

test.each([
  ['each digit', [0.31, 0.66], 0.3, 0.7, [0.3, 0.4, 0.5, 0.6, 0.7]],
  ['each digit of a wide range', [0.31, 0.89], 0.3, 0.9, [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
  ['no 9 too close to a 10', [9.1, 49], 9, 50, [10, 20, 50]],
  ['1, 2 and 5', [0.031, 2.3], 0.03, 3, [0.05, 0.1, 0.2, 0.5, 1, 2]],
  ['powers of ten', [0.000_34, 2.3], 0.0003, 3, [0.001, 0.01, 0.1, 1]],
  ['every other power', [1e-12, 1], 1e-12, 1, [1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 0.01, 1]],
  ['equal steps where values are close', [1.1, 2.1], 1, 2.5, [1, 1.5, 2, 2.5]],
  ['around one value', [1], 0.9, 1, [0.9, 0.95, 1]],
  ['an upper end in the next decade', [0.2, 0.95], 0.2, 1, [0.2, 0.5, 1]],
])('a logarithmic axis: %s', (_, values, low, high, ticks) => {
  expect(verticalAxis(values, true)).toEqual({ low, high, isLogarithmic: true, ticks });
});

test('values without a place do not widen a logarithmic axis', () => {
  const values = [0.31, 0.66];
  expect(verticalAxis([0, ...values, -3, Number.NaN, Infinity], true)).toEqual(
    verticalAxis(values, true),
  );
  expect(verticalAxis([0, -1], true)).toEqual(verticalAxis([], true));
  expect(verticalAxis([], true)).toMatchObject({ low: 0.1, high: 1 });
});

test('equal ratios are equal distances', () => {
  const axis = verticalAxis([0.001, 10], true);
  expect(shareOfHeight(0.001, axis)).toBe(0);
  expect(shareOfHeight(10, axis)).toBe(1);
  expect(shareOfHeight(0.1, axis)).toBeCloseTo(0.5, 12);
  expect(shareOfHeight(1.5, verticalAxis([0, 3]))).toBe(0.5);
});

test('every positive value lies between the ends, with a few ticks among them', () => {
  const value = fc
    .record({
      power: fc.integer({ min: -40, max: 20 }),
      digit: fc.double({ min: 1, max: 9.999, noNaN: true }),
    })
    .map(({ power, digit }) => digit * 10 ** power);
  fc.assert(
    fc.property(value, value, (a, b) => {
      const axis = verticalAxis([a, b], true);
      expect(axis.low).toBeGreaterThan(0);
      expect(axis.low).toBeLessThanOrEqual(Math.min(a, b) * (1 + 1e-9));
      expect(axis.high).toBeGreaterThanOrEqual(Math.max(a, b) * (1 - 1e-9));
      expect(axis.ticks.length).toBeGreaterThan(1);
      expect(axis.ticks.length).toBeLessThan(11);
      expect([...axis.ticks].sort((x, y) => x - y)).toEqual(axis.ticks);
      expect(axis.ticks.every((tick) => tick >= axis.low && tick <= axis.high)).toBe(true);
    }),
  );
});
