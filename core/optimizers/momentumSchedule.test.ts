import { expect, test } from 'vitest';
import { momentumSchedule } from './momentumSchedule.ts';

test.each([
  [0.9, 0.004],
  [0.999, 0.004],
  [0.9, 0],
  [0.9, 2],
  [0, 0.004],
])('β₁ %d, ψ %d: the closed form is the product, term by term', (beta1, decay) => {
  const momentumAt = (t: number) => beta1 * (1 - 0.5 * 0.96 ** (t * decay));
  let product = 1;
  for (let iteration = 1; iteration <= 2000; iteration++) {
    product *= momentumAt(iteration);
    const actual = momentumSchedule(beta1, decay, iteration);
    expect(actual.momentum).toBeCloseTo(momentumAt(iteration), 14);
    expect(actual.nextMomentum).toBeCloseTo(momentumAt(iteration + 1), 14);
    expect(Math.abs(actual.product - product)).toBeLessThanOrEqual(1e-11 * product + 1e-300);
  }
});
