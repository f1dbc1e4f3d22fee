import { expect, test } from 'vitest';
import { drawableSeries } from './drawableSeries.ts';

const LENGTH = 20_000;

function drawn(y: (x: number) => number, isLogarithmic: boolean): number[] {
  const points = Array.from({ length: LENGTH }, (_, x) => ({ x, y: y(x) }));
  const series = [{ key: 'loss', label: '', color: '', points }];
  return drawableSeries(series, isLogarithmic).flatMap((one) => one.points.map((point) => point.y));
}

const gaps = (values: readonly number[]) => values.filter((y) => !Number.isFinite(y)).length;

test('scattered zeros do not tear a logarithmic line, nor take the place of its lowest values', () => {
  const values = drawn((x) => (x % 100 === 50 ? 0 : x === 7777 ? 0.001 : 1 + (x % 7)), true);
  expect(gaps(values)).toBe(0);
  expect(Math.min(...values)).toBe(0.001);
  expect(Math.max(...values)).toBe(7);
});

test('a long stretch of zeros is a gap, and so is a loss that is lost', () => {
  const isZero = (x: number) => x > 5000 && x < 10_000;
  expect(gaps(drawn((x) => (isZero(x) ? 0 : 1), true))).toBeGreaterThan(100);
  expect(gaps(drawn((x) => (x === 7777 ? Number.NaN : 1), true))).toBe(1);
});

test('on a linear axis 0 is a value as any other', () => {
  expect(Math.min(...drawn((x) => (x === 7777 ? 0 : 1), false))).toBe(0);
});
