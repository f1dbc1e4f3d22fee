import { expect, test } from 'vitest';
import { Measured } from './primitives.ts';

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null])(
  'what is measured as %s is NaN, whether it comes from a process or from JSON',
  (value) => {
    expect(Measured.parse(value)).toBeNaN();
    expect(Measured.parse(JSON.parse(JSON.stringify({ value })).value)).toBeNaN();
    expect(Measured.nullable().parse(null)).toBeNull();
  },
);

test('a finite number stays, and nothing else is one', () => {
  expect(Measured.parse(-1.5e-300)).toBe(-1.5e-300);
  for (const value of ['1', undefined, true, {}, [1]]) {
    expect(Measured.safeParse(value).success).toBe(false);
  }
});
