import { expect, test } from 'vitest';
import { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { trialSettings } from './trialSettings.ts';

const spec = ExperimentSpec.parse({
  format: 'descent-experiment',
  version: 1,
  name: 'Test',
  dataset: 'none',
  split: { validation: 0.2, test: 0.2, stratified: true },
  preprocessing: { normalization: 'none' },
  model: { layers: [{ type: 'Flatten', options: {} }] },
  loss: { type: 'CrossEntropyLoss', options: {} },
  optimizer: { type: 'SGD', options: { learningRate: 0.1, momentum: 0.9 } },
  initialization: { type: 'Default', options: {} },
  schedule: { type: 'Constant', options: {} },
  training: { batchSize: 1, epochs: 2, dropLast: true },
  seed: 0,
  device: 'auto',
});
const withRate = (learningRate: number): ExperimentSpec => ({
  ...spec,
  optimizer: { ...spec.optimizer, options: { ...spec.optimizer.options, learningRate } },
});

test('a range test outlives the use of its suggestion, a check on one minibatch does not', () => {
  expect(trialSettings('rates', withRate(0.2))).toBe(trialSettings('rates', spec));
  expect(trialSettings('oneBatch', withRate(0.2))).not.toBe(trialSettings('oneBatch', spec));
});

test('neither depends on the name, the schedule or the number of epochs', () => {
  const other = {
    ...spec,
    name: 'Other',
    schedule: { type: 'CosineAnnealingLR', options: {} },
    training: { ...spec.training, epochs: 7 },
  };
  for (const kind of ['rates', 'oneBatch'] as const) {
    expect(trialSettings(kind, other)).toBe(trialSettings(kind, spec));
  }
});

test('both depend on the model', () => {
  const other = { ...spec, model: { layers: [] } };
  for (const kind of ['rates', 'oneBatch'] as const) {
    expect(trialSettings(kind, other)).not.toBe(trialSettings(kind, spec));
  }
});
