import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberStatistics } from '../../contract/DatasetStatistics.ts';
import { numberStatistics } from './numberStatistics.ts';

test('of a few numbers, as NumPy computes them', () => {
  const values = Float32Array.of(4, 1, Number.NaN, 2, 100, 3, 5);
  expect(numberStatistics(values)).toMatchObject({
    minimum: 1,
    lowerQuartile: 2.25,
    median: 3.5,
    upperQuartile: 4.75,
    maximum: 100,
    mean: expect.closeTo(19.166666666666668, 12),
    deviation: expect.closeTo(Math.sqrt(10055 / 6 - (115 / 6) ** 2), 10),
    outliers: { low: -1.5, high: 8.5, count: 1, indices: [4] },
  });
});

test('whole numbers of few values have a bin each; a constant has one', () => {
  expect(numberStatistics([0, 1, 1, 3])?.histogram).toEqual({
    start: -0.5,
    width: 1,
    counts: [1, 2, 0, 1],
  });
  expect(numberStatistics([7, 7])?.histogram).toEqual({ start: 6.5, width: 1, counts: [2] });
  expect(numberStatistics([Number.NaN])).toBeNull();
});

test('any finite values give statistics in the form of the contract, and every one has a bin', () => {
  const anyValues = fc.array(
    fc.oneof(fc.float({ noDefaultInfinity: true }), fc.integer({ min: -20, max: 20 })),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(anyValues, (list) => {
      const found = numberStatistics(list);
      if (!found) return expect(list.every(Number.isNaN)).toBe(true);
      expect(NumberStatistics.parse(found)).toEqual(found);
      const inBins = found.histogram.counts.reduce((sum, count) => sum + count, 0);
      expect(inBins).toBe(list.filter((value) => !Number.isNaN(value)).length);
      expect(found.lowerQuartile).toBeLessThanOrEqual(found.median);
      return undefined;
    }),
  );
});
