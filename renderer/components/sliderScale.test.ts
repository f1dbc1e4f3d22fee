import { expect, test } from 'vitest';
import { sliderScale } from './sliderScale.ts';

test('goes evenly, in steps that read well', () => {
  const angle = sliderScale({ minimum: 0, maximum: 180, integer: false });
  expect(angle).toMatchObject({ min: 0, max: 180, step: 1 });
  expect(angle.valueAt(angle.positionOf(12.5))).toBe(12.5);
  expect(sliderScale({ minimum: 1, maximum: 99, integer: true }).step).toBe(1);
  // An even kernel has no middle, so none is offered.
  expect(sliderScale({ minimum: 1, maximum: 99, integer: true, step: 2 }).step).toBe(2);
});

test('goes by factors where the ends lie far apart, and reaches both', () => {
  const factor = sliderScale({ minimum: 0.1, maximum: 10, integer: false });
  expect([factor.min, 100, factor.max].map(factor.valueAt)).toEqual([0.1, 1, 10]);
  expect([0.1, 1, 10, 0.01].map(factor.positionOf)).toEqual([0, 100, 200, 0]);
  const values = Array.from({ length: 201 }, (_, position) => factor.valueAt(position));
  expect(values).toEqual([...values].sort((a, b) => a - b));
  // An arrow key would else leave the thumb where it is.
  expect(values.map(factor.positionOf)).toEqual([...values.keys()]);
});
