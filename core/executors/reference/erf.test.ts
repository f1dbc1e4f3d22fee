import { expect, test } from 'vitest';
import { erf } from './erf.ts';

/** Abramowitz and Stegun, table 7.1, and beyond. */
const known = [
  [0, 0],
  [1e-10, 1.1283791670955126e-10],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [3, 0.9999779095030014],
  [5.5, 0.9999999999999927],
  [40, 1],
] as const;

test.each(known)('erf(±%d)', (x, value) => {
  expect(Math.abs(erf(x) - value)).toBeLessThanOrEqual(4e-16 * value);
  expect(erf(-x)).toBe(-erf(x));
});

test('NaN and infinities', () => {
  expect([erf(Number.POSITIVE_INFINITY), erf(Number.NEGATIVE_INFINITY)]).toEqual([1, -1]);
  expect(erf(Number.NaN)).toBeNaN();
});
