import { expect, test } from 'vitest';
import { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { changesSince } from './changesSince.ts';

const trained = ExperimentSpec.parse({
  format: 'descent-experiment',
  version: 1,
  name: 'test',
  dataset: 'iris',
  model: { layers: [{ type: 'Linear', options: { outFeatures: 3, bias: true } }] },
  loss: { type: 'CrossEntropyLoss' },
  optimizer: { type: 'SGD', options: { learningRate: 0.1, momentum: 0.9 } },
  training: { batchSize: 32, epochs: 3 },
});
const [linear] = trained.model.layers;

test('another name, what is written at a layer, and another order of keys are no change', () => {
  const optimizer = { type: 'SGD', options: { momentum: 0.9, learningRate: 0.1 } };
  const layer = {
    type: 'Linear',
    options: { bias: true, outFeatures: 3 },
    name: 'a',
    group: 'b',
    note: 'c',
  };
  const model = { ...trained.model, layers: [layer] };
  expect(changesSince(trained, { ...trained, name: 'other', optimizer, model })).toEqual([]);
});

test.each([
  ['layers', { model: { ...trained.model, layers: [linear, linear] } }],
  ['dataset', { dataset: 'digits' }],
  ['split', { split: { ...trained.split, test: 0.1 } }],
  ['preprocessing', { preprocessing: { ...trained.preprocessing, normalization: 'none' } }],
  ['augmentation', { augmentation: [{ type: 'Mixup', options: {} }] }],
  ['initialModel', { initialModel: 'known' }],
  ['settings', { training: { ...trained.training, epochs: 4 } }],
  ['settings', { warmup: { type: 'Linear', options: {} } }],
  ['settings', { seed: 1 }],
])('%s', (part, changes) => {
  expect(changesSince(trained, ExperimentSpec.parse({ ...trained, ...changes }))).toEqual([part]);
});

test('all that changed is told', () => {
  const now = { ...trained, dataset: 'digits', seed: 1 };
  expect(changesSince(trained, now)).toEqual(['dataset', 'settings']);
});
