import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SplitSpec } from '../../../core/contract/ExperimentSpec.ts';
import { fromBorders, toBorders } from './splitShares.ts';

const split: SplitSpec = { validation: 0.2, test: 0.1, stratified: true, method: 'random' };

test('shares become borders and back', () => {
  expect(toBorders(split, false)).toEqual([70, 90]);
  expect(fromBorders([70, 90], split)).toEqual(split);
});

test('a given test part leaves one border and is not touched', () => {
  expect(toBorders(split, true)).toEqual([80]);
  expect(fromBorders([85], split)).toEqual({
    validation: 0.15,
    test: 0.1,
    stratified: true,
    method: 'random',
  });
});

test('no borders leave a part that must not be empty without samples', () => {
  const border = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(border, border, (a, b) => {
      const { validation, test: sealed } = fromBorders([Math.min(a, b), Math.max(a, b)], split);
      expect(validation).toBeGreaterThan(0);
      expect(sealed).toBeGreaterThanOrEqual(0);
      expect(validation + sealed).toBeLessThanOrEqual(0.99 + 1e-9);
    }),
  );
});
