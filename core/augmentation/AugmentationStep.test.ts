import { expect, test } from 'vitest';
import { partOf } from './AugmentationStep.ts';
import { batchAugmentations } from './batch/registry.ts';
import { imageAugmentations } from './image/registry.ts';
import { prepareAugmentation } from './prepareAugmentation.ts';

const types = [...imageAugmentations, ...batchAugmentations].map(
  ({ descriptor }) => descriptor.type,
);

test('every step has a part of the address to itself', () => {
  const parts = types.flatMap((type) => [0, 1, 255].map((earlier) => partOf(type, earlier)));
  expect(new Set(parts).size).toBe(parts.length);
  for (const part of parts) expect(part >= 0 && part < 2 ** 28).toBe(true);
});

test('parts stay what they are: results that people kept depend on them', () => {
  expect(partOf('RandomRotation', 0)).toBe(17_600_768);
});

test('a step keeps its part when others come, go or move', () => {
  const partsOf = (list: readonly string[]) =>
    Object.fromEntries(
      prepareAugmentation(list.map((type) => ({ type, options: {} }))).image.map((step) => [
        `${step.definition.descriptor.type} ${step.part % 256}`,
        step.part,
      ]),
    );
  const before = partsOf(['RandomRotation', 'RandomShift', 'RandomRotation']);
  const after = partsOf(['RandomShift', 'Brightness', 'RandomRotation', 'RandomRotation']);
  expect(after).toMatchObject(before);
});

test.each([
  ['Rotate', {}, 'augmentation[1]', 'There is no augmentation "Rotate".'],
  [
    'RandomRotation',
    { degrees: 200 },
    'augmentation[1].options.degrees',
    'RandomRotation degrees must be in [0, 180]. Received 200.',
  ],
  [
    'MixUp',
    { alpha: 0 },
    'augmentation[1].options.alpha',
    'MixUp alpha must be in (0, 100]. Received 0.',
  ],
])('refuses %s %o at its place', (type, options, where, message) => {
  const list = [
    { type: 'RandomShift', options: {} },
    { type, options },
  ];
  expect(() => prepareAugmentation(list)).toThrow(expect.objectContaining({ where, message }));
});
