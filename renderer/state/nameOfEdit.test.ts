import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { specOf } from './layers/testing/specOf.ts';
import { nameOfEdit } from './nameOfEdit.ts';

const before: ExperimentSpec = {
  ...specOf([
    { type: 'Linear', options: { outFeatures: 8 } },
    { type: 'Dropout', options: { p: 0.2 } },
    { type: 'Residual', options: {}, layers: [{ type: 'Dropout', options: { p: 0.3 } }] },
  ]),
  augmentation: [{ type: 'RandomRotation', options: { degrees: 10 } }],
};

const nameOf = (change: (spec: ExperimentSpec) => unknown) =>
  nameOfEdit(
    before,
    produce(before, (draft) => void change(draft as ExperimentSpec)),
  );

test('an option is named by its component', () => {
  const name = nameOf(({ model }) => {
    (model.layers[0]?.options ?? {}).outFeatures = 16;
  });
  expect(name).toEqual({ edit: 'option', type: 'Linear', option: 'outFeatures', count: 1 });
  expect(nameOf(({ optimizer }) => Object.assign(optimizer.options, { learningRate: 1 }))).toEqual({
    edit: 'option',
    type: 'SGD',
    option: 'learningRate',
    count: 1,
  });
  const degrees = { edit: 'option', type: 'RandomRotation', option: 'degrees', count: 1 };
  const turned = nameOf(({ augmentation }) => {
    (augmentation[0]?.options ?? {}).degrees = 20;
  });
  expect(turned).toEqual(degrees);
});

test('an option of several layers of a type counts them, inside a block, too', () => {
  const name = nameOf(({ model: { layers } }) => {
    (layers[1]?.options ?? {}).p = 0.5;
    (layers[2]?.layers?.[0]?.options ?? {}).p = 0.5;
  });
  expect(name).toEqual({ edit: 'option', type: 'Dropout', option: 'p', count: 2 });
});

test('layers that change in other ways are an edit of the network', () => {
  const mixed = nameOf(({ model: { layers } }) => {
    (layers[0]?.options ?? {}).outFeatures = 16;
    (layers[1]?.options ?? {}).p = 0.5;
  });
  expect(mixed).toEqual({ edit: 'network' });
  expect(nameOf(({ model }) => void model.layers.pop())).toEqual({ edit: 'network' });
});

test('a setting is named by its place, a list without positions', () => {
  expect(nameOf(({ training }) => Object.assign(training, { batchSize: 32 }))).toEqual({
    edit: 'setting',
    place: 'training.batchSize',
  });
  const other = nameOf((spec) => {
    spec.optimizer = { type: 'Adam', options: { learningRate: 0.1 } };
  });
  expect(other).toEqual({ edit: 'setting', place: 'optimizer' });
  expect(nameOf(({ augmentation }) => void augmentation.pop())).toEqual({
    edit: 'setting',
    place: 'augmentation',
  });
  expect(nameOf((spec) => Object.assign(spec, { initialModel: 'mine' }))).toEqual({
    edit: 'setting',
    place: 'initialModel',
  });
});

test('settings that have nothing in common are several', () => {
  const name = nameOf((spec) => {
    spec.seed = 3;
    spec.device = 'cpu';
  });
  expect(name).toEqual({ edit: 'settings' });
});
