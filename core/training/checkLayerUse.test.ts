import { expect, test } from 'vitest';
import type { DatasetKind } from '../contract/DatasetInfo.ts';
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { checkLayerUse } from './checkLayerUse.ts';

function problemsOf(
  types: readonly string[],
  loss: string,
  normalization = 'standardize',
  { kind = 'table' as DatasetKind, text = undefined as object | undefined } = {},
) {
  const spec = ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'test',
    dataset: 'digits',
    preprocessing: { normalization, ...(text && { text }) },
    model: { layers: types.map((type) => ({ type })) },
    loss: { type: loss },
    optimizer: { type: 'SGD' },
    training: { batchSize: 32, epochs: 3 },
  });
  return checkLayerUse(spec, kind).map(
    ({ severity, where, message }) => `${severity} ${where}: ${message}`,
  );
}

test.each([
  [['Linear', 'Softmax'], 'MSELoss'],
  [['Linear', 'LogSoftmax'], 'CrossEntropyLoss'],
  [['Softmax', 'Linear'], 'CrossEntropyLoss'],
  [['Linear', 'Sigmoid'], 'OtherLoss'],
  [['Linear', 'ReLU'], 'MSELoss'],
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

test.each([
  ['ReLU', 'CrossEntropyLoss'],
  ['Tanh', 'CrossEntropyLoss'],
  ['LeakyReLU', 'BCEWithLogitsLoss'],
  ['LogSoftmax', 'BCEWithLogitsLoss'],
])('%s in front of %s spoils the logits', (type, loss) => {
  expect(problemsOf(['Linear', type], loss)).toEqual([
    `warning model.layers[1]: ${loss} takes logits as the last layer with weights gives them: ` +
      `${type} in front of it cuts or bends them. Remove ${type}.`,
  ]);
  expect(problemsOf(['Linear', type, 'Linear'], loss)).toEqual([]);
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

test('what is no token number is refused where it is looked up', () => {
  const image = { kind: 'image' } as const;
  const refused = 'Embedding takes token numbers, and images have none. Remove Embedding.';
  expect(problemsOf(['Embedding', 'Linear'], 'MSELoss', 'standardize', image)).toEqual([
    `error model.layers[0]: ${refused}`,
  ]);
  expect(problemsOf(['Flatten', 'Embedding'], 'MSELoss', 'none', image)).toEqual([
    `error model.layers[1]: ${refused}`,
  ]);
  const of = (type: string) =>
    ({ kind: 'text', text: { tokenizer: { type: 'Words' }, vectorizer: { type } } }) as const;
  expect(problemsOf(['EmbeddingBag'], 'MSELoss', 'none', of('TokenIds'))).toEqual([]);
  expect(problemsOf(['EmbeddingBag'], 'MSELoss', 'none', of('TfIdf'))).toEqual([
    'error model.layers[0]: EmbeddingBag takes token numbers, and TfIdf gives none. Choose the ' +
      'vectorizer TokenIds, or remove EmbeddingBag.',
  ]);
});
