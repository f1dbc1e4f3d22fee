import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimate } from './decimate.ts';

const identity = (value: number) => value;

test('a short series stays as it is', () => {
  const points = [3, 1, 2];
  expect(decimate(points, 3, identity)).toBe(points);
});

test('keeps a lone peak and a lone dip', () => {
  const points = Array.from({ length: 1000 }, () => 0.5);
  points[333] = 9;
  points[777] = -4;
  const kept = decimate(points, 50, identity);
  expect(Math.max(...kept)).toBe(9);
  expect(Math.min(...kept)).toBe(-4);
});

test('never more than asked, in order, with both ends', () => {
  const series = fc.array(fc.double({ noNaN: true }), { minLength: 10, maxLength: 500 });
  fc.assert(
    fc.property(series, fc.integer({ min: 6, max: 100 }), (values, maximum) => {
      const points = values.map((value, index) => ({ index, value }));
      const kept = decimate(points, maximum, ({ value }) => value);
      expect(kept.length).toBeLessThanOrEqual(Math.max(maximum, 0));
      expect(kept[0]).toBe(points[0]);
      expect(kept.at(-1)).toBe(points.at(-1));
      const order = kept.map(({ index }) => index);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});

test('a value that is not finite is kept, not lost', () => {
  const points = Array.from({ length: 100 }, (_, index) => (index === 50 ? Number.NaN : 1));
  expect(decimate(points, 20, identity).some(Number.isNaN)).toBe(true);
});
