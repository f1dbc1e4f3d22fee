import { expect, test } from 'vitest';
import { augmentationEffect } from './augmentationEffect.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { pictures, picturesExperiment } from './testing/pictures.ts';

const dataset = pictures(300, [1, 8, 8]);
const effectOf = (...augmentation: readonly object[]) =>
  augmentationEffect(picturesExperiment({ augmentation }), dataset);

test('nothing changes nothing', () => {
  const { samples, together, steps } = effectOf();
  expect({ samples, together, steps }).toEqual({
    samples: 180,
    together: { changed: 0, change: 0 },
    steps: [],
  });
});

test('the share of changed samples follows p, and the change what is done', () => {
  const { together, steps } = effectOf(
    { type: 'RandomHorizontalFlip', options: { p: 0.3 } },
    { type: 'Brightness', options: { brightness: 0 } },
    { type: 'GaussianNoise', options: { sigma: 0.01 } },
    { type: 'GaussianNoise', options: { sigma: 0.2 } },
  );
  const [flip, nothing, little, much] = steps;
  // 180 tosses at 0.3: four standard deviations are 0.14.
  expect(Math.abs(flip.changed - 0.3)).toBeLessThan(0.14);
  expect(nothing).toEqual({ type: 'Brightness', changed: 0, change: 0 });
  expect(little.changed).toBe(1);
  expect(much.change).toBeGreaterThan(5 * little.change);
  expect(together.changed).toBe(1);
  expect(together.change).toBeGreaterThan(much.change);
});

test('preprocessing does not change what is said', () => {
  const noise = { augmentation: [{ type: 'GaussianNoise' }] };
  const said = ['standardize', 'minMax', 'none'].map((normalization) =>
    augmentationEffect(picturesExperiment({ ...noise, preprocessing: { normalization } }), dataset),
  );
  for (const { together } of said) {
    expect(together.change).toBeCloseTo(said[0].together.change, 5);
  }
});

test('tables are mixed too', () => {
  const spec = cloudsExperiment({ augmentation: [{ type: 'MixUp' }] });
  const { together } = augmentationEffect(spec, clouds(100));
  expect(together.changed).toBeGreaterThan(0.9);
  expect(together.change).toBeGreaterThan(0.1);
});
