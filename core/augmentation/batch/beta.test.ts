import { expect, test } from 'vitest';
import { randomAt } from '../../random/randomAt.ts';
import { drawSymmetricBeta } from './beta.ts';

const DRAWS = 40_000;

test.each([0.05, 0.2, 0.5, 1, 2, 10])(
  'Beta(%f, α) has its mean, variance and fourth moment',
  (alpha) => {
    const random = randomAt({ seed: 3, stream: 'augment', index: Math.round(100 * alpha) });
    const moments = [0, 0, 0];
    for (let draw = 0; draw < DRAWS; draw++) {
      const value = drawSymmetricBeta(random, alpha);
      expect(value >= 0 && value <= 1).toBe(true);
      const off = value - 0.5;
      for (const [at, power] of [1, 2, 4].entries()) moments[at] += off ** power / DRAWS;
    }
    const variance = 1 / (4 * (2 * alpha + 1));
    const fourth = 3 / (16 * (2 * alpha + 1) * (2 * alpha + 3));
    const [mean, second, last] = moments;
    // Five standard errors, of values that lie within one half of the mean.
    const bound = 5 / Math.sqrt(DRAWS);
    expect(Math.abs(mean)).toBeLessThan(bound / 2);
    expect(Math.abs(second - variance)).toBeLessThan(bound / 4);
    expect(Math.abs(last - fourth)).toBeLessThan(bound / 16);
  },
);

test('a tiny α gives 0 or 1, not NaN', () => {
  const random = randomAt({ seed: 1, stream: 'augment' });
  const values = Array.from({ length: 100 }, () => drawSymmetricBeta(random, 1e-4));
  expect(new Set(values.map(Math.round))).toEqual(new Set([0, 1]));
});
