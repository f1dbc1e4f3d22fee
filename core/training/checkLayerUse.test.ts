import { expect, test } from 'vitest';
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { checkLayerUse } from './checkLayerUse.ts';

function problemsOf(types: readonly string[], loss: string, normalization = 'standardize') {
  const spec = ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'test',
    dataset: 'digits',
    preprocessing: { normalization },
    model: { layers: types.map((type) => ({ type })) },
    loss: { type: loss },
    optimizer: { type: 'SGD' },
    training: { batchSize: 32, epochs: 3 },
  });
  return checkLayerUse(spec, 'table').map(
    ({ severity, where, message }) => `${severity} ${where}: ${message}`,
  );
}

test.each([
  [['Linear', 'Softmax'], 'MSELoss'],
  [['Linear', 'LogSoftmax'], 'CrossEntropyLoss'],
  [['Softmax', 'Linear'], 'CrossEntropyLoss'],
  [['Linear', 'Sigmoid'], 'OtherLoss'],
])('%o in front of %s is fine', (types, loss) => {
  expect(problemsOf(types, loss)).toEqual([]);
});

test.each([
  ['Softmax', 'CrossEntropyLoss'],
  ['Sigmoid', 'BCEWithLogitsLoss'],
])('%s in front of %s does the same work twice', (type, loss) => {
  expect(problemsOf(['Linear', type], loss)).toEqual([
    `warning model.layers[1]: ${loss} takes logits: with ${type} in front of it the network learns ` +
      `slowly. Remove ${type}.`,
  ]);
});

test('token numbers are not scaled, and reach the table as they are', () => {
  expect(problemsOf(['Identity', 'EmbeddingBag', 'Linear'], 'MSELoss', 'none')).toEqual([]);
  expect(problemsOf(['EmbeddingBag', 'Linear'], 'MSELoss')).toEqual([
    'error preprocessing.normalization: EmbeddingBag takes token numbers, which must not be scaled: ' +
      'normalization must be none. Received standardize.',
  ]);
  expect(problemsOf(['Linear', 'Embedding'], 'MSELoss', 'none')).toEqual([
    'error model.layers[1]: Embedding takes the token numbers of the dataset: it must be the first ' +
      'layer.',
  ]);
});
