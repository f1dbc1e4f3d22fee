import { expect, test } from 'vitest';
import type { LearningRateHandle } from '../../core/contract/SchedulePreview.ts';
import { handleEdit, handleValue, steppedValue } from './handleValue.ts';

const stepSize: LearningRateHandle = {
  at: ['schedule', 'options', 'stepSize'],
  label: { en: 'Step size', ko: '단계 간격' },
  value: 8,
  list: null,
  axis: 'iteration',
  iteration: 81,
  learningRate: 0.1,
  origin: 1,
  scale: 0.1,
  power: 1,
  minimum: 1,
  isAboveMinimum: false,
  maximum: null,
  isWhole: true,
};
const gamma: LearningRateHandle = {
  ...stepSize,
  at: ['schedule', 'options', 'gamma'],
  value: 0.5,
  axis: 'rate',
  origin: 0,
  scale: 2,
  minimum: 0,
  isAboveMinimum: true,
  maximum: 1,
  isWhole: false,
};
/** At a learning rate of 1, 25 times as large as where it stands. */
const divisor: LearningRateHandle = {
  ...gamma,
  at: ['schedule', 'options', 'divFactor'],
  value: 25,
  ...{ learningRate: 0.04, scale: 1, power: -1, minimum: 1, maximum: null, isAboveMinimum: false },
};

test.each([
  [stepSize, 124, 12],
  [stepSize, -50, 1],
  [gamma, 0.123_456, 0.247],
  [gamma, 9, 1],
  [gamma, 0, 0.5],
  [{ ...gamma, power: 0.5 }, 0.32, 0.8],
  [divisor, 0.05, 20],
  [divisor, 0, 25],
  [divisor, 3, 1],
] as const)('put at a place, the option is in its range', (handle, position, value) => {
  expect(handleValue(handle, position)).toBe(value);
});

test('arrow keys go by one or by a tenth, farther with Shift', () => {
  expect(steppedValue(stepSize, 1, false)).toBe(9);
  expect(steppedValue(stepSize, -1, true)).toBe(1);
  expect(steppedValue(gamma, 1, false)).toBe(0.55);
  expect(steppedValue(gamma, -1, true)).toBe(0.25);
  expect(steppedValue({ ...gamma, value: 0, isAboveMinimum: false }, 1, false)).toBe(0.0002);
});

test('of a list, one number changes', () => {
  const handle = { ...stepSize, list: { values: [4, 8, 9], index: 1 } };
  expect(handleEdit(handle, 7)).toMatchObject({ at: stepSize.at, value: [4, 7, 9] });
  expect(handleEdit(stepSize, 7)).toMatchObject({ value: 7 });
});
