import { describe, expect, test } from 'vitest';
import { applySpecEdits } from '../contract/applySpecEdits.ts';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { checkAugmentation } from './checkAugmentation.ts';
import { picturesExperiment } from './testing/pictures.ts';

const step = (type: string, options: Component['options'] = {}): Component => ({ type, options });

function check(
  augmentation: readonly Component[],
  info: Partial<DatasetInfo> = {},
  spec: { layers?: readonly Component[]; batchSize?: number } = {},
) {
  const { layers = [step('Flatten')], batchSize = 32 } = spec;
  const labels = info.kind === 'image' ? [...'0123456789'] : ['cat', 'dog'];
  const dataset = {
    kind: 'image',
    sampleShape: [1, 8, 8],
    target: { kind: 'class', name: 'label', labels, counts: labels.map(() => 9) },
    ...info,
  } as DatasetInfo;
  const experiment = { augmentation, model: { layers }, training: { batchSize } };
  return checkAugmentation(experiment as ExperimentSpec, dataset);
}

const digits: Partial<DatasetInfo> = { kind: 'image' };
const table: Partial<DatasetInfo> = { kind: 'table', sampleShape: [4] };

test('a list that fits has no problems', () => {
  const list = [step('RandomRotation'), step('RandomShift'), step('GaussianBlur'), step('CutMix')];
  expect(check(list, digits)).toEqual([]);
  expect(check([step('MixUp')], table)).toEqual([]);
});

describe('refuses, at its place', () => {
  test.each([
    [
      'an unknown transform',
      step('Rotate'),
      digits,
      'augmentation[1]',
      /^There is no augmentation "Rotate"\. Choose one of RandomRotation, /,
    ],
    [
      'an option out of range',
      step('RandomRotation', { degrees: -1 }),
      digits,
      'augmentation[1].options.degrees',
      'RandomRotation degrees must be in [0, 180]. Received -1.',
    ],
    [
      'an even kernel',
      step('GaussianBlur', { kernelSize: 4 }),
      digits,
      'augmentation[1].options',
      'GaussianBlur kernelSize must be odd. Received 4.',
    ],
    [
      'an interval upside down',
      step('RandomScale', { scale: [2, 0.5] }),
      digits,
      'augmentation[1].options',
      'RandomScale scale must be [low, high] with low ≤ high. Received [2, 0.5].',
    ],
    [
      'a picture’s transform on a table',
      step('RandomCrop'),
      table,
      'augmentation[1]',
      'RandomCrop transforms images, and this dataset has none. Remove it, or choose a dataset of images.',
    ],
    [
      'boxes in rows of a table',
      step('CutMix'),
      table,
      'augmentation[1]',
      'CutMix cuts a box out of pictures, and the samples of this dataset are none.',
    ],
  ])('%s', (_, transform, info, where, message) => {
    const problems = check([step('MixUp', { p: 0.5 }), transform], info).filter(
      ({ severity }) => severity === 'error',
    );
    expect(problems).toEqual([
      {
        severity: 'error',
        where,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      },
    ]);
  });

  test('averages of token numbers', () => {
    const layers = [step('EmbeddingBag'), step('Linear')];
    expect(check([step('MixUp')], table, { layers })).toMatchObject([
      {
        severity: 'error',
        where: 'augmentation[0]',
        message:
          'MixUp averages inputs, but EmbeddingBag takes token numbers, which have no average.',
      },
    ]);
  });
});

describe('warns', () => {
  test.each([
    [step('RandomHorizontalFlip'), 'a mirrored "2" looks like "5".'],
    [step('RandomVerticalFlip'), 'upside down, "6" looks like "9".'],
    [step('RandomRotation', { degrees: 90 }), 'turned, "6" looks like "9".'],
    [step('Saturation'), 'red, green and blue. Received 1.'],
  ])('of %o on digits', (transform, message) => {
    const problems = check([transform], digits);
    expect(problems).toMatchObject([{ severity: 'warning', where: 'augmentation[0]' }]);
    expect(problems[0]?.message).toContain(message);
  });

  test('of upside down pictures of anything, not of a flip of cats or a small turn', () => {
    const animals: Partial<DatasetInfo> = {
      target: { kind: 'class', name: 'label', labels: ['cat', 'dog'], counts: [9, 9] },
    };
    const list = [
      step('RandomHorizontalFlip'),
      step('RandomRotation', { degrees: 180 }),
      step('RandomVerticalFlip'),
    ];
    expect(check(list, animals)).toMatchObject([{ where: 'augmentation[2]' }]);
    expect(check([step('RandomRotation', { degrees: 45 })], digits)).toEqual([]);
  });

  test('of a minibatch of one and of an order that does not count', () => {
    const list = [step('MixUp'), step('RandomShift')];
    const problems = check(list, digits, { batchSize: 1 });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'suggestion']);
  });

  test('of a mix in front of a transform, which one click moves to the end', () => {
    const list = [step('CutMix', { p: 0.5 }), step('MixUp'), step('RandomShift')];
    const problems = check(list, digits);
    expect(problems.map(({ fixes }) => fixes?.map(({ label }) => label.en))).toEqual([
      ['Move CutMix to the end'],
      ['Move MixUp to the end'],
    ]);
    const edits = problems[0]?.fixes?.[0]?.edits ?? [];
    const { augmentation } = applySpecEdits(picturesExperiment({ augmentation: list }), edits);
    expect(augmentation).toEqual([list[1], list[2], list[0]]);
  });
});
