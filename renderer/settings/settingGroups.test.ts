import { expect, test } from 'vitest';
import { groupOfPlace } from './settingGroups.ts';

test.each([
  ['training.batchSize', 'batches'],
  ['training.earlyStopping.patience', 'stopping'],
  ['optimizer.options.learningRate', 'optimizer'],
  ['warmup.options.length', 'schedule'],
  ['training.gradientClipping.options.maxNorm', 'gradients'],
  ['device', 'start'],
  ['model.layers[0]', undefined],
  ['split.validation', undefined],
  ['lossless', undefined],
])('%s is shown among %s', (where, group) => {
  expect(groupOfPlace(where)).toBe(group);
});
