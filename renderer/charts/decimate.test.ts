import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimate } from './decimate.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
const thin = (points: readonly Point[], maximum: number) =>
  decimate(
    points,
    maximum,
    ({ x }) => x,
    ({ y }) => y,
  );
const line = (length: number, y: (x: number) => number = () => 0.5): Point[] =>
  Array.from({ length }, (_, x) => ({ x, y: y(x) }));

test('a short series stays as it is', () => {
  const points = line(3);
  expect(thin(points, 3)).toBe(points);
});

test('keeps a lone peak and a lone dip', () => {
  const peaks = new Map([
    [333, 9],
    [777, -4],
  ]);
  const kept = thin(
    line(1000, (x) => peaks.get(x) ?? 0.5),
    50,
  ).map(({ y }) => y);
  expect(Math.max(...kept)).toBe(9);
  expect(Math.min(...kept)).toBe(-4);
});

test('never more than asked, in order, with both ends', () => {
  const series = fc.array(fc.double({ noNaN: true }), { minLength: 10, maxLength: 500 });
  fc.assert(
    fc.property(series, fc.integer({ min: 6, max: 100 }), (values, maximum) => {
      const points = values.map((y, x) => ({ x, y }));
      const kept = thin(points, maximum);
      expect(kept.length).toBeLessThanOrEqual(maximum);
      expect(kept[0]).toBe(points[0]);
      expect(kept.at(-1)).toBe(points.at(-1));
      const order = kept.map(({ x }) => x);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});

test('a value that is not finite is kept, not lost', () => {
  const points = line(100, (x) => (x === 50 ? Number.NaN : 1));
  expect(thin(points, 20).some(({ y }) => Number.isNaN(y))).toBe(true);
});

test('a part that was thinned before has as many points as one that was not', () => {
  const points = line(4000, (x) => (x * 7919) % 101);
  const old = thin(points.slice(0, 2000), 200);
  const kept = thin([...old, ...points.slice(2000)], 100);
  expect(kept.filter(({ x }) => x < 2000).length).toBeCloseTo(50, -1);
});
