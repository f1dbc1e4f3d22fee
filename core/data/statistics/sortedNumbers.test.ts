import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedNumbers } from './sortedNumbers.ts';

const numbers = fc.array(fc.oneof(fc.float(), fc.constantFrom(0, -0, Number.NaN, 1, -1)));

it('is what a sort by comparison gives, infinities and both zeros included (seed 19)', () => {
  fc.assert(
    fc.property(numbers, fc.nat(3), (list, offset) => {
      // Also of a part of an array.
      const whole = Float32Array.from([...Array.from({ length: offset }, () => 7), ...list]);
      const values = whole.subarray(offset);
      const expected = values.filter((value) => !Number.isNaN(value)).sort();
      const sorted = sortedNumbers(values);
      expect([...sorted].map((value) => (Object.is(value, -0) ? '-0' : value))).toEqual(
        [...expected].map((value) => (Object.is(value, -0) ? '-0' : value)),
      );
      expect([...values]).toEqual(list.map(Math.fround));
    }),
    { seed: 19, numRuns: 300 },
  );
});

it('keeps all digits of numbers that are no float32', () => {
  expect([...sortedNumbers([0.1, Number.NaN, -0.2, 2 ** 40 + 1])]).toEqual([
    ...[-0.2, 0.1, 2 ** 40 + 1],
  ]);
});
