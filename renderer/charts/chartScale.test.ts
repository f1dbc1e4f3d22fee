import { expect, test } from 'vitest';
import { horizontalTicks, shareOfAxis } from './chartScale.ts';

test('a linear axis begins at 0', () => {
  expect(shareOfAxis(3, { xEnd: 12 })).toBe(0.25);
  expect(horizontalTicks({ xEnd: 10 })).toEqual([0, 2, 4, 6, 8, 10]);
});

test('a logarithmic axis counts in powers of ten', () => {
  const axis = { xStart: 1e-8, xEnd: 1, isLogarithmic: true };
  expect(shareOfAxis(1e-4, axis)).toBeCloseTo(0.5, 12);
  expect(horizontalTicks(axis)).toEqual([1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1]);
});

test('ticks lie inside the axis and are not too many', () => {
  expect(horizontalTicks({ xStart: 2e-3, xEnd: 0.5, isLogarithmic: true })).toEqual([0.01, 0.1]);
  const wide = horizontalTicks({ xStart: 1e-12, xEnd: 1e4, isLogarithmic: true });
  expect(wide.length).toBeLessThanOrEqual(9);
});

test('an axis without length puts everything at its start', () => {
  expect(shareOfAxis(5, { xStart: 5, xEnd: 5 })).toBe(0);
});
