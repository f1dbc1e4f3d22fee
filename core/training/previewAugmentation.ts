/**
 * Shows samples as a run of the experiment would train on them, epoch by epoch.
 *
 * It is the code of training: the same augmenter at the same addresses gives the same bytes. Mixing
 * needs the minibatch too, so the epoch's order is made to see who stands beside the sample.
 */
import {
  type BatchMixer,
  type BatchStep,
  createBatchMixer,
} from '../augmentation/batch/BatchMixer.ts';
import { createImageAugmenter, type ImageAugmenter } from '../augmentation/image/ImageAugmenter.ts';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import type {
  AppliedStep,
  AugmentationPreview,
  AugmentedImage,
} from '../contract/AugmentationPreview.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset, ImageDataset } from '../data/Dataset.ts';
import { appliedStep, unappliedStep } from './appliedStep.ts';
import {
  createMinibatchFinder,
  type MinibatchFinder,
  type MinibatchPlace,
} from './MinibatchFinder.ts';
import type { PreviewWish } from './PreviewWish.ts';
import { previewTexts } from './previewTexts.ts';
import { trainingPlaceOf } from './trainingPlaceOf.ts';

/**
 * `train` is the training split, ascending. Throws StudioError `invalid-request` for a sample that is
 * not there or a table, `invalid-experiment` for a list that cannot be prepared.
 */
export function previewAugmentation(
  spec: ExperimentSpec,
  dataset: Dataset,
  train: Int32Array,
  wish: PreviewWish,
): AugmentationPreview {
  const samples = wish.samples.map((place) =>
    wish.among === 'training' ? train[place % train.length] : place,
  );
  for (const index of samples) refuseMissing(index, dataset.samples);
  const { epochs } = wish;
  if (dataset.kind === 'text') return previewTexts(spec, dataset, train, { samples, epochs });
  const { images, sampleShape } = imagesOf(dataset);
  const [channels, height, width] = sampleShape;
  const steps = prepareAugmentation(spec.augmentation);
  const size = channels * height * width;
  const preview: Preview = {
    seed: spec.seed,
    images,
    size,
    augmenter: createImageAugmenter(steps.image, [channels, height, width]),
    mixes: steps.batch,
    mixer: createBatchMixer(steps.batch, sampleShape),
    find: createMinibatchFinder(spec, train),
  };
  const shown = samples.map((index) => ({
    index,
    trainingPlace: trainingPlaceOf(index, train),
    original: images.slice(index * size, (index + 1) * size),
    variants: epochs.map((epoch) => variantOf(preview, index, epoch)),
  }));
  return {
    kind: 'image',
    sampleShape: [...sampleShape],
    trainingSamples: train.length,
    samples: shown,
  };
}

interface Preview {
  readonly seed: number;
  readonly images: Uint8Array;
  readonly size: number;
  readonly augmenter: ImageAugmenter;
  readonly mixes: readonly BatchStep[];
  readonly mixer: BatchMixer;
  readonly find: MinibatchFinder;
}

function variantOf(preview: Preview, index: number, epoch: number): AugmentedImage {
  const { drawn, pixels } = augment(preview, index, epoch);
  const steps = [...drawn.map(appliedStep), ...preview.mixes.map(unappliedStep)];
  const place = preview.mixes.length > 0 ? preview.find(index, epoch) : null;
  const mixed = place && mix(preview, { index, epoch, pixels }, place);
  if (mixed) steps.splice(steps.findIndex(isAt(mixed.step.position)), 1, mixed.step);
  steps.sort((a, b) => a.position - b.position);
  return { epoch, pixels: mixed?.pixels ?? pixels, steps };
}

function augment({ seed, images, size, augmenter }: Preview, index: number, epoch: number) {
  const drawn = augmenter.draw({ seed, epoch, index });
  const pixels = new Uint8Array(size);
  augmenter.apply(drawn, images, index * size, pixels, 0);
  return { drawn, pixels };
}

interface Unmixed {
  readonly index: number;
  readonly epoch: number;
  readonly pixels: Uint8Array;
}

/** In grey levels: normalising is affine, so the picture of the mix is the mix of the pictures. */
function mix(preview: Preview, own: Unmixed, { batch, row }: MinibatchPlace) {
  const { seed, size, mixer } = preview;
  const { index, epoch } = own;
  const mixing = mixer.draw({ seed, epoch, index }, row, batch.length);
  if (!mixing) return null;
  const { step, drawn } = mixing;
  const partner = batch[mixing.partner];
  const pair = new Float32Array(2 * size);
  pair.set(own.pixels);
  pair.set(augment(preview, partner, epoch).pixels, size);
  mixer.apply([{ step, drawn, partner: 1 }, null], pair, 0);
  const pixels = Uint8Array.from(pair.subarray(0, size), (value) => value + 0.5);
  return { pixels, step: { ...appliedStep({ step, drawn }), partner } };
}

const isAt =
  (position: number) =>
  (step: AppliedStep): boolean =>
    step.position === position;

function imagesOf(dataset: Dataset): ImageDataset {
  if (dataset.kind === 'image') return dataset;
  throw new StudioError('invalid-request', 'Only images and texts can be shown augmented.', {
    where: 'spec.dataset',
    hint: 'Choose a dataset of images or texts.',
  });
}

function refuseMissing(index: number, samples: number): void {
  if (index < samples) return;
  throw new StudioError(
    'invalid-request',
    `Sample ${index} is not in the dataset, which has ${samples} samples.`,
    { where: 'samples' },
  );
}
