import { expect, test } from 'vitest';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import { checkLayerOrder } from './checkLayerOrder.ts';

const layersOf = (types: string): LayerSpec[] =>
  types.split(' ').map((type) => ({ type, options: {} }));

const said = (types: string) =>
  checkLayerOrder(layersOf(types)).map(
    ({ severity, where, message, rule }) => `${severity} ${where} ${rule ?? message.split(':')[0]}`,
  );

test.each([
  ['Linear ReLU Tanh Linear', 'warning model.layers[2] Tanh follows ReLU'],
  [
    'Linear ReLU Dropout BatchNorm1d Linear',
    'warning model.layers[2] Dropout stands right before BatchNorm1d',
  ],
  ['Linear Dropout ReLU Linear', 'suggestion model.layers[1] dropout-behind-activation'],
  [
    'Linear ReLU Linear Dropout',
    'warning model.layers[3] Dropout at the end of the model drops its outputs. Remove Dropout.',
  ],
  ['Linear ReLU Linear', 'suggestion model.layers[1] add-dropout'],
  ['Linear ReLU Linear', 'suggestion model.layers[0] add-batch-norm'],
  ['Linear ReLU Dropout Linear', 'suggestion model.layers[0] add-batch-norm'],
])('%s: %s', (types, words) => {
  expect(said(types)).toContain(words);
});

test('a block is looked into', () => {
  const layers = [{ type: 'Residual', options: {}, layers: layersOf('Linear ReLU ReLU') }];
  expect(checkLayerOrder(layers).map(({ where }) => where)).toEqual(['model.layers[0].layers[2]']);
});

test.each([
  'Linear',
  'Linear ReLU',
  'Flatten Linear',
  'Linear LeakyReLU BatchNorm1d Linear',
  'Dropout Linear',
])('nothing is to be said of %s', (types) => expect(said(types)).toEqual([]));

test('a suggestion inserts at every place, and batch normalization takes dropout’s', () => {
  const edited = (types: string, rule: string) =>
    checkLayerOrder(layersOf(types))
      .find((problem) => problem.rule === rule)
      ?.fixes?.[0]?.edits.map((edit) =>
        edit.edit === 'insertLayer' ? `${edit.path.join('.')} ${edit.layer.type}` : edit.edit,
      );
  expect(edited('Linear ReLU Linear ReLU Linear', 'add-dropout')).toEqual([
    '4 Dropout',
    '2 Dropout',
  ]);
  expect(edited('Conv2d ReLU Flatten Linear ReLU Linear', 'add-batch-norm')).toEqual([
    '4 BatchNorm1d',
    '1 BatchNorm2d',
  ]);
  expect(edited('Linear ReLU Dropout Linear', 'add-batch-norm')).toEqual([
    'removeLayer',
    '2 BatchNorm1d',
  ]);
});

test.each([
  // Behind the logits batch normalization would spoil what the loss reads, and the inputs are no
  // hidden units.
  ['Flatten Linear ReLU Linear Dropout', ['2 BatchNorm1d']],
  ['Dropout Linear ReLU Linear', ['2 BatchNorm1d']],
  ['Linear ReLU Linear Dropout Softmax', ['1 BatchNorm1d']],
  ['Linear ReLU Dropout Linear Dropout', ['removeLayer', '2 BatchNorm1d']],
  ['Dropout Linear ReLU Dropout Linear', ['removeLayer', '3 BatchNorm1d']],
  [
    'Conv2d ReLU Dropout Flatten Dropout Linear',
    ['removeLayer', '4 BatchNorm1d', 'removeLayer', '2 BatchNorm2d'],
  ],
])('batch normalization for %s stays among the hidden units', (types, edits) => {
  const [fix] =
    checkLayerOrder(layersOf(types)).find(({ rule }) => rule === 'add-batch-norm')?.fixes ?? [];
  expect(
    fix?.edits.map((edit) =>
      edit.edit === 'insertLayer' ? `${edit.path.join('.')} ${edit.layer.type}` : edit.edit,
    ),
  ).toEqual(edits);
});
