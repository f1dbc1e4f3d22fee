import { expect } from 'vitest';
import type { Precision } from './readGolden.ts';

/** What the studio promises against PyTorch, relative to the largest value of the tensor. */
export const tolerances: Readonly<Record<Precision, number>> = { float32: 1e-5, float64: 1e-9 };

/** Largest difference over the largest expected value; 0 / 0 counts as 0. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const largest = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const difference = Array.from(expected).reduce(
    (most, value, index) => Math.max(most, Math.abs(value - actual[index])),
    0,
  );
  return difference === 0 ? 0 : difference / largest;
}

export function expectClose(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length, `length of ${name}`).toBe(expected.length);
  expect(relativeError(actual, expected), name).toBeLessThanOrEqual(tolerance);
}
