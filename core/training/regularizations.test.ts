import { expect, test } from 'vitest';
import { applySpecEdits } from '../contract/applySpecEdits.ts';
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { Regularization } from '../contract/Regularization.ts';
import { regularizations } from './regularizations.ts';
import { plainExperiment } from './testing/plainExperiment.ts';

const layersOf = (types: string): LayerSpec[] =>
  types.split(' ').map((type) => ({ type, options: {} }));

const find = (spec: ExperimentSpec, kind: Regularization['kind']) =>
  regularizations(spec).find((one) => one.kind === kind);
const typesOf = (spec: ExperimentSpec) => spec.model.layers.map(({ type }) => type).join(' ');

test.each([
  ['dropout', 'Linear ReLU Linear ReLU Linear', 'Linear ReLU Dropout Linear ReLU Dropout Linear'],
  ['dropout', 'Linear ReLU BatchNorm1d Linear', 'Linear ReLU BatchNorm1d Dropout Linear'],
  ['dropout', 'Linear BatchNorm1d ReLU Linear', 'Linear BatchNorm1d ReLU Dropout Linear'],
  ['batchNorm', 'Linear ReLU Linear', 'Linear BatchNorm1d ReLU Linear'],
  [
    'batchNorm',
    'Conv2d ReLU Flatten Linear Tanh Linear',
    'Conv2d BatchNorm2d ReLU Flatten Linear BatchNorm1d Tanh Linear',
  ],
] as const)('%s is turned on in every place of it, and off again', (kind, without, withIt) => {
  const spec = plainExperiment(layersOf(without));
  const { isOn, turnOn, turnOff } = find(spec, kind)!;
  expect([isOn, turnOff]).toEqual([false, null]);
  const on = applySpecEdits(spec, turnOn!.edits);
  expect(typesOf(on)).toBe(withIt);
  const found = find(on, kind)!;
  expect(found).toMatchObject({ isOn: true, count: found.paths.length });
  expect(applySpecEdits(on, found.turnOff!.edits)).toEqual(spec);
});

test('it is found inside blocks, and taken out of them', () => {
  const inner = layersOf('Linear Dropout');
  const spec = plainExperiment([{ type: 'Residual', layers: inner }, ...layersOf('Dropout')]);
  const { paths, turnOff, turnOn } = find(spec, 'dropout')!;
  expect([paths, turnOn]).toEqual([[[0, 1], [1]], null]);
  expect(find(applySpecEdits(spec, turnOff!.edits), 'dropout')?.isOn).toBe(false);
});

test('a block of nothing else goes with it, so that what is left can be saved', () => {
  const block = (layers: readonly object[]) => ({ type: 'Residual', layers });
  const norm = { type: 'BatchNorm1d' };
  const [linear] = layersOf('Linear');
  const spec = plainExperiment([
    block([norm]),
    linear,
    block([block([norm, norm]), norm]),
    block([linear, block([norm])]),
    norm,
  ]);
  const { count, paths, turnOff } = find(spec, 'batchNorm')!;
  expect([count, paths[0]]).toEqual([6, [0, 0]]);
  const off = ExperimentSpec.parse(applySpecEdits(spec, turnOff!.edits));
  expect(off).toEqual(plainExperiment([linear, block([linear])]));
});

test('dropout has one p, or none that could be named', () => {
  const dropout = (p: number) => ({ type: 'Dropout', options: { p } });
  const layers = [...layersOf('Linear'), dropout(0.2), dropout(0.2)];
  expect(find(plainExperiment(layers), 'dropout')?.value).toBe(0.2);
  const mixed = [...layers, dropout(0.3)];
  expect(find(plainExperiment(mixed), 'dropout')?.value).toBeNull();
});

test.each([
  ['Adam', { isOn: false, value: 0 }, 1e-4],
  ['AdamW', { isOn: true, value: 0.01 }, 0.01],
] as const)('weight decay of %s', (type, expected, usual) => {
  const spec = plainExperiment(layersOf('Linear'), { optimizer: { type } });
  const { turnOn, turnOff, ...found } = find(spec, 'weightDecay')!;
  expect(found).toMatchObject(expected);
  const off = applySpecEdits(spec, turnOff!.edits);
  expect(find(off, 'weightDecay')).toMatchObject({ isOn: false, value: 0 });
  const on = applySpecEdits(off, find(off, 'weightDecay')!.turnOn!.edits);
  expect(find(on, 'weightDecay')).toMatchObject({ isOn: true, value: usual });
  expect(turnOn).not.toBeNull();
});

test('each switch says what it did', () => {
  const labels = (spec: ExperimentSpec) =>
    regularizations(spec).map(({ isOn, turnOn, turnOff }) => (isOn ? turnOff : turnOn)?.label);
  const spec = plainExperiment(layersOf('Linear ReLU Linear'), { optimizer: { type: 'Adam' } });
  expect(labels(spec)).toEqual([
    { en: 'Set weight decay λ to 0.0001', ko: '가중치 감쇄 λ 값을 0.0001로 설정' },
    { en: 'Insert Dropout', ko: 'Dropout 삽입' },
    { en: 'Insert BatchNorm', ko: 'BatchNorm 삽입' },
    undefined,
  ]);
  const edits = regularizations(spec).flatMap(({ turnOn }) => turnOn?.edits ?? []);
  const augmented = { ...spec, augmentation: [{ type: 'MixUp', options: {} }] };
  expect(labels(applySpecEdits(augmented, edits)).map((label) => label?.en)).toEqual([
    'Set weight decay λ to 0',
    'Remove Dropout',
    'Remove BatchNorm',
    'Do not augment',
  ]);
});

test('augmentation is chosen by a person, and turned off by a switch', () => {
  expect(find(plainExperiment(layersOf('Linear')), 'augmentation')).toMatchObject({
    isOn: false,
    turnOn: null,
  });
  const spec = plainExperiment(layersOf('Linear'), {
    augmentation: [{ type: 'MixUp', options: {} }],
  });
  const { count, turnOff } = find(spec, 'augmentation')!;
  expect(count).toBe(1);
  expect(applySpecEdits(spec, turnOff!.edits).augmentation).toEqual([]);
});
