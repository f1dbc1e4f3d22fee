import { expect, test } from 'vitest';
import { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { specRecipe } from './specRecipe.ts';
import { edit, emptyLog, undo } from './undoLog.ts';

const draft = {
  spec: ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'test',
    dataset: 'iris',
    initialModel: 'known',
    model: { layers: [{ type: 'Linear', options: { outFeatures: 3 } }, { type: 'Softmax' }] },
    loss: { type: 'MSELoss' },
    optimizer: { type: 'SGD' },
    training: { batchSize: 32, epochs: 3 },
  }),
};

test('a fix is one step, and undoing it gives the first document back', () => {
  const recipe = specRecipe(draft, [
    { edit: 'removeLayer', path: [1] },
    { edit: 'insertLayer', path: [0], layer: { type: 'Flatten', options: {} } },
    { edit: 'setLayerOption', path: [1], name: 'outFeatures', value: 4 },
    { edit: 'setLayerOption', path: [1], name: 'bias', value: false },
    { edit: 'set', at: ['training', 'batchSize'], value: 8 },
    { edit: 'set', at: ['initialModel'], value: null },
  ]);
  const done = edit({ value: draft, log: emptyLog }, recipe);
  expect(done.value.spec.model.layers).toEqual([
    { type: 'Flatten', options: {} },
    { type: 'Linear', options: { outFeatures: 4, bias: false } },
  ]);
  expect(done.value.spec).toMatchObject({ training: { batchSize: 8, epochs: 3 } });
  expect('initialModel' in done.value.spec).toBe(false);
  expect(done.log.past).toHaveLength(1);
  expect(undo(done).value).toEqual(draft);
});
