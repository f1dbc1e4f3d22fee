import { expect, test } from 'vitest';
import { tinyRegression } from '../data/testing/tinyDatasets.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { overfitOneBatch } from './overfitOneBatch.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';

const check = (changes: Record<string, unknown> = {}, dataset = clouds(200)) =>
  overfitOneBatch({ spec: cloudsExperiment(changes), dataset, executor: referenceExecutor() });

test('a sound experiment learns its minibatch by heart, even with much dropout', async () => {
  const { layers } = cloudsExperiment().model;
  const dropout = { type: 'Dropout', options: { p: 0.95 } };
  const model = { layers: layers.map((layer) => (layer.type === 'Dropout' ? dropout : layer)) };
  const outcome = await check({ model });
  expect(outcome).toMatchObject({ passed: true, samples: 16, accuracy: 1 });
  expect(outcome.lastLoss).toBeLessThan(outcome.firstLoss);
  expect(outcome.text.en).toBe(
    `The model learned one minibatch of 16 samples by heart in ${outcome.iterations} iterations: all its predictions are right.`,
  );
});

test('a learning rate far too small fails, and says what to look at', async () => {
  const outcome = await check({ optimizer: { type: 'SGD', options: { learningRate: 1e-9 } } });
  expect(outcome).toMatchObject({ passed: false, iterations: 1000 });
  expect(outcome.text.en).toContain('Check the learning rate');
});

test('one far too large ends at the first loss that is not finite', async () => {
  const optimizer = { type: 'SGD', options: { learningRate: 1e30 } };
  const outcome = await check({ optimizer });
  expect(outcome.passed).toBe(false);
  expect(outcome.iterations).toBeLessThan(1000);
});

test('numbers are learned when a hundredth of the loss is left', async () => {
  const changes = {
    model: {
      layers: [
        { type: 'Linear', options: { outFeatures: 32 } },
        { type: 'Tanh' },
        { type: 'Linear', options: { outFeatures: 1 } },
      ],
    },
    loss: { type: 'MSELoss' },
    optimizer: { type: 'Adam', options: { learningRate: 0.05 } },
    training: { batchSize: 8, epochs: 1 },
  };
  const outcome = await check(changes, tinyRegression(40));
  expect(outcome).toMatchObject({ passed: true, accuracy: null });
  expect(outcome.lastLoss).toBeLessThanOrEqual(outcome.firstLoss / 100);
  expect(outcome.text.en).toMatch(/: a hundredth of its loss is left\.$/);
});
