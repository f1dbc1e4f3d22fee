import { expect, test } from 'vitest';
import { withoutPlace } from './withoutPlace.ts';

const seriesOf = (label: string, values: readonly number[]) => ({
  key: label,
  label,
  color: '',
  points: values.map((y, x) => ({ x, y })),
});

test('names the lines that reach 0', () => {
  const series = [seriesOf('Training', [1, 0.1, 0]), seriesOf('Validation', [1, 0.2, 0.1])];
  expect(withoutPlace(series)).toEqual({ lines: ['Training'], isEverything: false });
});

test('tells a chart that has nothing above 0', () => {
  const series = [seriesOf('Training', [0, 0]), seriesOf('Validation', [-1, Number.NaN])];
  expect(withoutPlace(series)).toEqual({ lines: ['Training', 'Validation'], isEverything: true });
});

test('what is not finite is no value, and says nothing about the axis', () => {
  const series = [seriesOf('Training', [Number.NaN, Number.POSITIVE_INFINITY])];
  expect(withoutPlace(series)).toEqual({ lines: [], isEverything: false });
  expect(withoutPlace([])).toEqual({ lines: [], isEverything: false });
});
