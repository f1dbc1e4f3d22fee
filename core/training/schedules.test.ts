/** The schedule reaches the weights and the metrics, and counts over epochs as it should. */
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../data/Dataset.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { createEvaluator } from './Evaluator.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { scheduleOf } from './scheduleOf.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';

const training = { batchSize: 20, epochs: 6 };

async function trained(changes: Record<string, unknown>, dataset: Dataset = clouds(100)) {
  const spec = cloudsExperiment({ training, ...changes });
  const executor = referenceExecutor();
  const events: TrainingEvent[] = [];
  const options = { spec, dataset, executor, now: () => 0 };
  for await (const event of train(options)) events.push(event);
  const points = events.flatMap((event) => (event.type === 'iterations' ? event.points : []));
  const epochs = events.filter((event) => event.type === 'epoch');
  return { spec, points, epochs };
}

test('every iteration is trained and reported with its learning rate', async () => {
  const schedule = { type: 'StepLR', options: { stepSize: 2, gamma: 0.5 } };
  const warmup = {
    type: 'LinearLR',
    options: { length: 3, unit: 'iterations', startFactor: 0.25 },
  };
  const { spec, points, epochs } = await trained({ schedule, warmup });
  const at = scheduleOf(spec, 3).during([]);
  expect(points.map(({ learningRate }) => learningRate)).toEqual(
    points.map(({ iteration }) => at(iteration)),
  );
  expect(epochs.map(({ metrics }) => metrics.learningRate)).toEqual(
    [0.0075, 0.01, 0.01, 0.005, 0.005, 0.0025].map((value) => expect.closeTo(value, 12)),
  );
});

test('a learning rate that falls at once leaves the weights almost where they were', async () => {
  const gamma = 1e-12;
  const still = await trained({ schedule: { type: 'ExponentialLR', options: { gamma } } });
  const [first, , , , , last] = still.epochs.map(({ checkpoint }) => checkpoint['0.weight'].data);
  expect(last).toEqual(first);
});

test('ReduceLROnPlateau follows the validation losses of the run itself', async () => {
  const optimizer = { type: 'SGD', options: { learningRate: 0.01 } };
  const options = { patience: 0, threshold: 0.9, factor: 0.5 };
  const schedule = { type: 'ReduceLROnPlateau', options };
  const { spec, epochs } = await trained({ optimizer, schedule });
  const losses = epochs.map(({ metrics }) => metrics.validation.loss);
  const rates = epochs.map(({ metrics }) => metrics.learningRate);
  expect(rates).toEqual(losses.map((_, e) => scheduleOf(spec, 3).during(losses.slice(0, e))(1)));
  expect(new Set(rates).size).toBeGreaterThan(2);
});

describe('class weights', () => {
  test('the loss of a split is the mean by weight', async () => {
    const dataset = clouds(100);
    const weights = [1, 3];
    const evaluate = async (weight: number[]) => {
      const loss = { type: 'CrossEntropyLoss', options: { weight } };
      const spec = cloudsExperiment({ training, loss });
      const prepared = prepareExperiment(spec, dataset);
      const executor = referenceExecutor();
      const options = { ...prepared, loss, dataset, executor, largestSplit: 7 };
      const evaluator = await createEvaluator(options);
      const { epochs } = await trained({});
      const checkpoint = Object.entries(epochs[0].checkpoint);
      const state = Object.fromEntries(checkpoint.map(([name, { data }]) => [name, data]));
      return evaluator.evaluate(state, prepared.splits.validation.slice(0, 9));
    };
    const [plain, weighted] = [await evaluate([]), await evaluate(weights)];
    const { splits } = prepareExperiment(cloudsExperiment({ training }), dataset);
    const perSample = Array.from(splits.validation.slice(0, 9), (i) => weights[dataset.targets[i]]);
    const total = perSample.reduce((sum, weight) => sum + weight, 0);
    const expected =
      perSample.reduce((sum, weight, i) => sum + weight * plain.losses[i], 0) / total;
    expect(weighted.metrics.loss).toBeCloseTo(expected, 5);
    expect(weighted.metrics.accuracy).toBe(plain.metrics.accuracy);
  });
});
