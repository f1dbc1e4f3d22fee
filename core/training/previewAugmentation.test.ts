/** What a preview shows is what a run trains on, bit for bit. */
import { describe, expect, test } from 'vitest';
import { imageAugmentations } from '../augmentation/image/registry.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { encodeSample } from '../preprocessing/encodeSample.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { createChunkFeeder } from './ChunkFeeder.ts';
import { createMinibatchFinder } from './MinibatchFinder.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { previewAugmentation } from './previewAugmentation.ts';
import { clouds } from './testing/clouds.ts';
import { pictures, picturesExperiment } from './testing/pictures.ts';

const shape = [3, 7, 6] as const;
const SIZE = 126;
const dataset = pictures(60, shape);
const every = imageAugmentations.map(({ descriptor }) => ({
  type: descriptor.type,
  options: { p: 0.6 },
}));
const augmented = (...augmentation: readonly object[]) => picturesExperiment({ augmentation });

const encodePixels = (pixels: ArrayLike<number>, preprocessor: Preprocessor) =>
  encodeSample(preprocessor, { kind: 'image', pixels: Array.from(pixels) });

function previewImages(...wish: Parameters<typeof previewAugmentation>) {
  const preview = previewAugmentation(...wish);
  return preview.kind === 'image' ? preview : expect.fail('pictures are images');
}

/** What training is fed in an epoch, by dataset index, assembled in chunks of `steps`. */
function trainedOn(spec: ExperimentSpec, epoch: number, steps: number) {
  const { preprocessor, splits } = prepareExperiment(spec, dataset);
  const { batchSize } = spec.training;
  const { augmentation, seed } = spec;
  const { train } = splits;
  const feeder = createChunkFeeder({
    dataset,
    preprocessor,
    augmentation,
    train,
    noise: [],
    batchSize,
    seed,
  });
  const length = steps * batchSize;
  const arrays = {
    input: new Float32Array(length * SIZE),
    target: new Int32Array(length),
    target2: new Int32Array(length),
    lambda: new Float32Array(length),
  };
  const find = createMinibatchFinder(spec, train);
  const samples = new Map<number, { input: Float32Array; target2: number; lambda: number }>();
  for (let before = 0; before < 4; before += steps) {
    feeder.fill({ epoch, samplesBefore: before * batchSize, stepsBefore: before, steps }, arrays);
    for (const index of train) {
      const place = find(index, epoch);
      if (!place) continue;
      const first = place.batch.byteOffset / 4 - before * batchSize;
      if (first < 0 || first >= length) continue;
      const at = first + place.row;
      samples.set(index, {
        input: arrays.input.slice(at * SIZE, (at + 1) * SIZE),
        target2: arrays.target2[at],
        lambda: arrays.lambda[at],
      });
    }
  }
  return { samples, preprocessor, train };
}

describe.each([1, 2, 4])('in chunks of %i', (steps) => {
  test.each([1, 2, 7])('every augmented sample of epoch %i is the previewed one', (epoch) => {
    const spec = augmented(...every);
    const { samples, preprocessor, train } = trainedOn(spec, epoch, steps);
    expect(samples.size).toBe(32);
    const preview = previewImages(spec, dataset, train, {
      samples: [...samples.keys()].reverse(),
      epochs: [epoch],
    });
    for (const { index, original, trainingPlace, variants } of preview.samples) {
      expect(train[trainingPlace ?? -1]).toBe(index);
      expect(original).toEqual(dataset.images.slice(index * SIZE, (index + 1) * SIZE));
      expect(encodePixels(variants[0].pixels, preprocessor)).toEqual(samples.get(index)?.input);
    }
  });

  test.each(['MixUp', 'CutMix'])('with %s too, whoever the partner is', (type) => {
    const spec = augmented({ type }, { type: 'RandomRotation' });
    const { samples, preprocessor, train } = trainedOn(spec, 2, steps);
    const scale = preprocessor.kind === 'image' ? preprocessor.scale : 1;
    const wish = { samples: [...samples.keys()], epochs: [2] };
    const unmixed = previewImages(
      augmented({ type: 'RandomRotation' }),
      dataset,
      train,
      wish,
    ).samples;
    const pixelsOf = (index: number) =>
      unmixed.find((sample) => sample.index === index)?.variants[0].pixels ?? [];
    for (const { index, variants } of previewImages(spec, dataset, train, wish).samples) {
      const [mixed, rotated] = variants[0].steps;
      expect([mixed.type, rotated.type]).toEqual([type, 'RandomRotation']);
      const partner = mixed.partner ?? expect.fail('every sample is mixed');
      const trained = samples.get(index) ?? expect.fail('every sample is trained on');
      expect(trained.lambda).toBe(Math.fround(Number(mixed.drawn?.lambda)));
      expect(trained.target2).toBe(dataset.targets[partner]);
      expect(partner).not.toBe(index);
      expect(mixed.text?.en).toMatch(/keeps \d+\u00a0%/);
      const shown = encodePixels(variants[0].pixels, preprocessor);
      const own = encodePixels(pixelsOf(index), preprocessor);
      const other = encodePixels(pixelsOf(partner), preprocessor);
      // Half a grey level: the picture is rounded, the input is not.
      const rounding = 0.5001 * scale;
      for (const [at, value] of trained.input.entries()) {
        expect(Math.abs(value - shown[at])).toBeLessThanOrEqual(rounding);
        const low = Math.min(own[at], other[at]) - 1e-5;
        expect(value >= low && value <= Math.max(own[at], other[at]) + 1e-5).toBe(true);
      }
    }
  });
});

test('samples of other splits are shown, unmixed', () => {
  const spec = augmented({ type: 'RandomShift' }, { type: 'MixUp' });
  const { splits } = prepareExperiment(spec, dataset);
  const wish = { samples: [splits.validation[0]], epochs: [1, 2, 3] };
  const [sample] = previewImages(spec, dataset, splits.train, wish).samples;
  expect(sample.trainingPlace).toBe(null);
  expect(sample.variants.map(({ steps }) => steps[1])).toEqual(
    [1, 2, 3].map(() => ({ position: 1, type: 'MixUp', drawn: null, text: null })),
  );
  expect(new Set(sample.variants.map(({ pixels }) => String(pixels))).size).toBeGreaterThan(1);
});

test('places among the training samples begin anew behind the last one', () => {
  const spec = augmented({ type: 'RandomShift' });
  const { train } = prepareExperiment(spec, dataset).splits;
  const samples = [0, train.length - 1, train.length + 1];
  const wish = { samples, among: 'training', epochs: [1] } as const;
  const preview = previewImages(spec, dataset, train, wish);
  expect(preview.trainingSamples).toBe(train.length);
  expect(preview.samples.map(({ index, trainingPlace }) => [index, trainingPlace])).toEqual([
    [train[0], 0],
    [train.at(-1), train.length - 1],
    [train[1], 1],
  ]);
});

test('tells what each step drew, in its place and in words', () => {
  const spec = augmented(
    { type: 'RandomShift', options: { p: 0 } },
    { type: 'RandomRotation', options: { degrees: 20 } },
  );
  const { splits } = prepareExperiment(spec, dataset);
  const { samples } = previewImages(spec, dataset, splits.train, {
    samples: [3],
    epochs: [4],
  });
  const [off, on] = samples[0].variants[0].steps;
  expect(off).toEqual({ position: 0, type: 'RandomShift', drawn: null, text: null });
  expect(on).toMatchObject({ position: 1, type: 'RandomRotation', drawn: { fill: 0 } });
  expect(on.text?.en).toMatch(/^rotated -?\d+(\.\d)?°$/);
});

test.each([
  [{ samples: [60], epochs: [1] }, 'Sample 60 is not in the dataset, which has 60 samples.'],
])('refuses %o', (wish, message) => {
  expect(() => previewImages(augmented(), dataset, Int32Array.of(1), wish)).toThrow(message);
});

test('refuses a dataset without pictures', () => {
  const wish = { samples: [0], epochs: [1] };
  expect(() => previewImages(augmented(), clouds(10), Int32Array.of(1), wish)).toThrow(
    'Only images and texts can be shown augmented.',
  );
});
