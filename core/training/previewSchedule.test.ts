import { expect, test } from 'vitest';
import { previewSchedule } from './previewSchedule.ts';
import { scheduleOf } from './scheduleOf.ts';
import { cloudsExperiment } from './testing/clouds.ts';

const withSchedule = (type: string, options = {}, epochs = 20, warmup = {}) =>
  cloudsExperiment({
    schedule: { type, options },
    training: { batchSize: 16, epochs },
    ...warmup,
  });

test('every iteration of a short run has the learning rate that it trains with', () => {
  const spec = withSchedule('CosineAnnealingLR', {}, 4, {
    warmup: { type: 'LinearLR', options: { length: 3, unit: 'iterations' } },
  });
  const { points, iterations } = previewSchedule(spec, 5);
  const learningRateAt = scheduleOf(spec, 5).during([]);
  expect(iterations).toBe(20);
  expect(points).toHaveLength(20);
  for (const { iteration, learningRate } of points) {
    expect(learningRate).toBe(learningRateAt(iteration));
  }
});

test('a long run is thinned, both ends kept', () => {
  const { points } = previewSchedule(withSchedule('ExponentialLR', {}, 1000), 100);
  expect(points).toHaveLength(241);
  expect(points[0]).toEqual({ iteration: 1, learningRate: 0.01 });
  expect(points.at(-1)?.iteration).toBe(100_000);
});

test.each([
  ['Constant', 20, false],
  ['OneCycleLR', 20, false],
  ['ReduceLROnPlateau', 20, true],
  ['ReduceLROnPlateau', 5, false],
])('%s over %i epochs answers to the validation loss: %s', (type, epochs, expected) => {
  const spec = withSchedule(type, {}, epochs);
  expect(previewSchedule(spec, 10).reactsToValidation).toBe(expected);
});

test('without an iteration there is nothing to show', () => {
  expect(previewSchedule(withSchedule('StepLR'), 0)).toEqual({
    iterations: 0,
    points: [],
    handles: [],
    reactsToValidation: false,
  });
});
