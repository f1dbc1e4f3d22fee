/** Preview and effect through the service's door. */
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { studioPaths } from '../paths.ts';
import { createBundledExperiments } from './library/bundledExperiments.ts';
import { irisSpec, openTestStudio } from './testing/testStudio.ts';

function digitsSpec(augmentation: ExperimentSpec['augmentation']): ExperimentSpec {
  const { resources } = studioPaths();
  const template = createBundledExperiments(resources)
    .list()
    .find(({ id }) => id === 'digits-mlp');
  if (!template) throw new Error('resources/experiments holds no digits-mlp.');
  return { ...template.spec, augmentation };
}

const list: ExperimentSpec['augmentation'] = [
  { type: 'RandomRotation', options: { degrees: 20 } },
  { type: 'RandomShift', options: {} },
  { type: 'GaussianNoise', options: { p: 0.5 } },
];

test('a preview shows pixels and words, and a slider changes its own step alone', async () => {
  const { request } = openTestStudio();
  const wish = { samples: [0, 7], epochs: [1, 2, 3] };
  const preview = await request('augmentation.preview', { spec: digitsSpec(list), ...wish });
  if (preview.kind !== 'image') return expect.fail('digits are images');
  expect(preview.sampleShape).toEqual([1, 8, 8]);
  expect(preview.samples.map(({ index }) => index)).toEqual([0, 7]);
  for (const { original, variants } of preview.samples) {
    expect(original).toBeInstanceOf(Uint8Array);
    expect(variants.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const { pixels, steps } of variants) {
      expect(pixels.length).toBe(64);
      expect(steps.map(({ type }) => type)).toEqual(list.map(({ type }) => type));
      expect(steps[0]?.text?.ko).toMatch(/^-?[\d.]+° 회전$/);
    }
  }
  const other = [{ type: 'RandomRotation', options: { degrees: 5 } }, ...list.slice(1)];
  const moved = await request('augmentation.preview', { spec: digitsSpec(other), ...wish });
  if (moved.kind !== 'image') return expect.fail('digits are images');
  const stepsOf = ({ samples }: typeof preview) =>
    samples.flatMap(({ variants }) => variants.map(({ steps }) => steps));
  for (const [at, steps] of stepsOf(moved).entries()) {
    expect(steps.slice(1)).toEqual(stepsOf(preview)[at]?.slice(1));
    expect(steps[0]).not.toEqual(stepsOf(preview)[at]?.[0]);
  }
});

test('an unfinished model is no hindrance, a refused option is named', async () => {
  const { request } = openTestStudio();
  const spec = digitsSpec(list);
  const unfinished = { ...spec, model: { layers: [{ type: 'Conv2d', options: {} }] } };
  const effect = await request('augmentation.effect', { spec: unfinished });
  expect(effect).toMatchObject({ samples: 1000, together: { changed: expect.any(Number) } });
  expect(effect.steps.map(({ type }) => type)).toEqual(list.map(({ type }) => type));
  const refused = digitsSpec([...list, { type: 'RandomScale', options: { scale: [2, 1] } }]);
  const wish = { samples: [0], epochs: [1] };
  await expect(request('augmentation.preview', { spec: refused, ...wish })).rejects.toMatchObject({
    code: 'invalid-experiment',
    where: 'augmentation[3].options',
  });
  const table = { ...irisSpec(1), augmentation: [] };
  await expect(request('augmentation.preview', { spec: table, ...wish })).rejects.toMatchObject({
    message: 'Only images and texts can be shown augmented.',
  });
  await expect(
    request('augmentation.preview', { spec, samples: [9999], epochs: [1] }),
  ).rejects.toMatchObject({ code: 'invalid-request', where: 'samples' });
});

test('a run of it trains, and its check warns of labels', async () => {
  const { request } = openTestStudio();
  const flips = digitsSpec([{ type: 'RandomHorizontalFlip', options: {} }]);
  const { problems, trainable } = await request('experiments.check', { spec: flips });
  expect(trainable).toBe(true);
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'warning', where: 'augmentation[0]' }),
  );
});
