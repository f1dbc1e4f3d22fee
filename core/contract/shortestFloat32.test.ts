import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestFloat32 } from './shortestFloat32.ts';

test.each([
  [Math.fround(103198.79), 103198.79],
  [Math.fround(5.1), 5.1],
  [Math.fround(-0.1), -0.1],
  [Math.fround(0.123456789), 0.12345679],
  [Math.fround(1.0000001), 1.0000001],
  [Math.fround(3e38), 3e38],
  [2 ** -149, 1e-45],
  [16777216, 16777216],
  [-0, -0],
  [Number.NaN, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])('of %s it is %s', (value, short) => {
  expect(shortestFloat32(value)).toBe(short);
});

test('a number that is no float32 stays as it is', () => {
  expect(shortestFloat32(0.123456789012)).toBe(0.123456789012);
});

/** As a person counts them, without zeros at the ends. */
const digitsOf = (value: number) =>
  value
    .toExponential()
    .split('e')[0]!
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;

test('it is the same float32, and no decimal with fewer digits is', () => {
  const float = fc.float({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(float, (value) => {
      const short = shortestFloat32(value);
      expect(Math.fround(short)).toBe(value);
      for (let digits = 1; digits < digitsOf(short); digits += 1) {
        expect(Math.fround(Number(value.toPrecision(digits)))).not.toBe(value);
      }
    }),
  );
});

test('a decimal of six digits is found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(12), (whole, places) => {
      const written = Number(`${whole}e-${places}`);
      expect(shortestFloat32(Math.fround(written))).toBe(written);
    }),
  );
});
