import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('apportion', () => {
  it.each([
    [10, [50, 30, 20], [5, 3, 2]],
    [10, [4, 4, 4], [4, 3, 3]],
    [3, [5, 5, 5, 5], [1, 1, 1, 0]],
    [0, [4, 4], [0, 0]],
    [0, [], []],
  ])('divides %i among %j as %j', (total, sizes, expected) => {
    expect(apportion(total, sizes)).toEqual(expected);
  });

  it('sums to the total, and stays within one of each quota', () => {
    const sizes = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (groups, share) => {
        const whole = groups.reduce((sum, size) => sum + size, 0);
        const total = Math.round(share * whole);
        const parts = apportion(total, groups);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const [group, part] of parts.entries()) {
          expect(Math.abs(part - (total * groups[group]) / (whole || 1))).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives no group more than its capacity', () => {
    expect(apportion(3, [2, 2, 2], [1, 2, 2])).toEqual([1, 1, 1]);
    expect(apportion(4, [2, 2, 2], [1, 2, 2])).toEqual([1, 2, 1]);
    expect(() => apportion(3, [2, 2], [1, 1])).toThrow('no capacity left');
  });
});
