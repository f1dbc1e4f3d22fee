import { expect, test } from 'vitest';
import { outlineOfHistogram } from './outlineOfHistogram.ts';

test('the fullest bin reaches the top, one with a quarter of its values half of it', () => {
  expect(outlineOfHistogram([1, 4], 10, 20)).toBe('M0 20V10H5V0H10V20Z');
});

test('bins without values draw nothing', () => {
  expect(outlineOfHistogram([0, 0], 10, 20)).toBe('');
});
