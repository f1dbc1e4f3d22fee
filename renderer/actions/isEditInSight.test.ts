import { expect, test } from 'vitest';
import { isEditInSight } from './isEditInSight.ts';

const onData = { screen: 'data', areSettingsBeside: false, isOwnDataset: true } as const;
const another = { ...onData, isOwnDataset: false };
const augmentation = { edit: 'setting', place: 'augmentation' } as const;
const degrees = { edit: 'option', type: 'RandomRotation', option: 'degrees', count: 1 } as const;

test.each([
  ['a transform, beside its dataset', augmentation, onData, true],
  ['a transform, while another dataset is looked at', augmentation, another, false],
  ['an option of one, beside its dataset', degrees, onData, true],
  ['an option of one, while another dataset is looked at', degrees, another, false],
  ['an option, on the screen of layers', degrees, { ...another, screen: 'model' }, true],
  ['a transform, from the runs', augmentation, { ...onData, screen: 'runs' }, false],
  ['the name, anywhere', { edit: 'setting', place: 'name' }, another, true],
] as const)('%s', (_, name, shown, expected) => {
  expect(isEditInSight(name, shown)).toBe(expected);
});
