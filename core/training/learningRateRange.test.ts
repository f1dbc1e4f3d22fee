import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { learningRateRange } from './learningRateRange.ts';
import { steepestLearningRate } from './steepestLearningRate.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';

const dataset = clouds(200);

function range(changes: Record<string, unknown> = {}) {
  const spec = cloudsExperiment(changes);
  return learningRateRange({ spec, dataset, executor: referenceExecutor() });
}

const plain = {
  model: {
    layers: [
      { type: 'Linear', options: { outFeatures: 16 } },
      { type: 'ReLU' },
      { type: 'Linear', options: { outFeatures: 2 } },
    ],
  },
};

test('the learning rate grows by one factor from 1e-8 to 1 at most', async () => {
  const { points } = await range();
  expect(points[0].learningRate).toBe(1e-8);
  for (const [index, { learningRate }] of points.entries()) {
    expect(learningRate / (1e-8 * 10 ** (index / 25))).toBeCloseTo(1, 9);
  }
  expect(points.length).toBeLessThanOrEqual(201);
});

test('the suggestion is a learning rate that learns', async () => {
  const { suggestion } = await range(plain);
  expect(suggestion).toBeGreaterThan(1e-4);
  expect(suggestion).toBeLessThan(0.5);
});

test('it ends when the loss is four times its best', async () => {
  const loss = { type: 'CrossEntropyLoss' };
  const optimizer = { type: 'SGD', options: { momentum: 0.99 } };
  const wild = { layers: [{ type: 'Linear', options: { outFeatures: 2, bias: false } }] };
  const preprocessing = { normalization: 'none' };
  const { points, stoppedEarly } = await range({ model: wild, loss, optimizer, preprocessing });
  expect(stoppedEarly).toBe(true);
  const lowest = Math.min(...points.map(({ smoothedLoss }) => smoothedLoss));
  expect(points.every(({ smoothedLoss }) => smoothedLoss <= 4 * lowest)).toBe(true);
});

test('asked twice it answers the same', async () => {
  expect(await range()).toEqual(await range());
});

describe('steepestLearningRate', () => {
  const pointsOf = (losses: readonly number[]) =>
    losses.map((loss, index) => ({ learningRate: index + 1, loss, smoothedLoss: loss }));

  test('finds the middle of a fall', () => {
    const losses = Array.from({ length: 100 }, (_, at) => 1 / (1 + Math.exp((at - 50) / 5)));
    expect(steepestLearningRate(pointsOf(losses))).toBe(51);
  });

  test('looks only before the lowest loss', () => {
    const fall = Array.from({ length: 40 }, (_, at) => 10 - at / 10);
    const explosion = Array.from({ length: 20 }, (_, at) => 100 + at);
    const relapse = Array.from({ length: 40 }, (_, at) => 120 - 2 * at);
    const found = steepestLearningRate(pointsOf([...fall, ...explosion, ...relapse]));
    expect(found).toBeLessThanOrEqual(40);
  });

  test('has nothing to say of losses that only grow, or of too few', () => {
    const growing = Array.from({ length: 60 }, (_, at) => at);
    expect(steepestLearningRate(pointsOf(growing))).toBeNull();
    expect(steepestLearningRate(pointsOf([3, 2, 1]))).toBeNull();
    expect(steepestLearningRate([])).toBeNull();
  });
});
