/** What a preview of texts shows is what the augmenter of training makes, and it fits the contract. */
import { expect, test } from 'vitest';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import { textOf } from '../augmentation/text/Passage.ts';
import { createTextAugmenter } from '../augmentation/text/TextAugmenter.ts';
import { AugmentationPreview } from '../contract/AugmentationPreview.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { tinyTexts } from '../data/testing/tinyDatasets.ts';
import { textsOf } from '../data/text/textsOf.ts';
import { previewTexts } from './previewTexts.ts';
import { cloudsExperiment } from './testing/clouds.ts';

const dataset = tinyTexts(40);
const train = Int32Array.from({ length: 30 }, (_, index) => index);
const augmentation: readonly Component[] = [
  { type: 'MixUp', options: {} },
  { type: 'WordDeletion', options: { p: 1 } },
  { type: 'WordSwap', options: { p: 0.5 } },
];
const spec = cloudsExperiment({ augmentation });

test('variants are what training makes, every word marked', () => {
  const preview = previewTexts(spec, dataset, train, { samples: [0, 1, 2, 39], epochs: [1, 2, 3] });
  expect(AugmentationPreview.parse(preview)).toEqual(preview);
  if (preview.kind !== 'text') throw new Error('Texts are previewed as texts.');
  const augmenter = createTextAugmenter(prepareAugmentation(augmentation).text);
  for (const { index, original, variants } of preview.samples) {
    const text = textsOf(dataset).at(index) ?? '';
    expect(textOf(original)).toBe(text);
    for (const variant of variants) {
      const drawn = augmenter.draw({ seed: spec.seed, epoch: variant.epoch, index }, text);
      expect(variant.text).toBe(textOf(augmenter.apply(drawn, text)));
      expect(textOf(variant)).toBe(variant.text);
      expect(variant.steps.map(({ type }) => type)).toEqual(['MixUp', 'WordDeletion', 'WordSwap']);
      const isMarked = variant.parts.some(({ status }) => status !== 'kept');
      expect(isMarked).toBe(variant.text !== text);
    }
  }
  const [first, second, empty, outside] = preview.samples;
  const places = [first, second, empty, outside].map(({ trainingPlace }) => trainingPlace);
  expect(places.map((place) => (place === null ? null : train[place]))).toEqual([
    ...[first.index, second.index, empty.index, null],
  ]);
  expect(first.variants.every(({ text }) => text.includes('_____'))).toBe(true);
  expect(first.variants[0].steps[1].text?.ko).toMatch(/ 생략$/);
  expect(empty.variants.map(({ text }) => text)).toEqual(['', '', '']);
});

test('a sample in training says whom it is mixed with, one outside does not', () => {
  const { samples } = previewTexts(spec, dataset, train, { samples: [0, 39], epochs: [1] });
  const [inside, outside] = samples.map(({ variants }) => variants[0].steps[0]);
  expect(inside.text?.en).toMatch(/^mixed/);
  expect(train).toContain(inside.partner);
  expect(outside).toMatchObject({ drawn: null, text: null });
});
