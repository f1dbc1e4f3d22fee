import { type BatchMixer, createBatchMixer } from '../augmentation/batch/BatchMixer.ts';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import { passageOf, textOf } from '../augmentation/text/Passage.ts';
import { createTextAugmenter } from '../augmentation/text/TextAugmenter.ts';
import type { AppliedStep, AugmentationPreview } from '../contract/AugmentationPreview.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { TextDataset } from '../data/Dataset.ts';
import { textsOf } from '../data/text/textsOf.ts';
import { appliedStep, unappliedStep } from './appliedStep.ts';
import { createMinibatchFinder } from './MinibatchFinder.ts';
import type { PreviewWish } from './PreviewWish.ts';
import { trainingPlaceOf } from './trainingPlaceOf.ts';

/**
 * Texts as a run of the experiment would train on them, epoch by epoch, every word marked.
 *
 * It is the code of training, as in previewAugmentation. What mixes samples works on numbers: a text
 * says which other one it is mixed with, and stays readable. `samples` are places in the dataset. Throws StudioError
 * `invalid-experiment` for a list that cannot be prepared.
 */
export function previewTexts(
  spec: ExperimentSpec,
  dataset: TextDataset,
  train: Int32Array,
  { samples, epochs }: Omit<PreviewWish, 'among'>,
): AugmentationPreview {
  const steps = prepareAugmentation(spec.augmentation);
  const augmenter = createTextAugmenter(steps.text);
  // Mixing is only told, so the shape of what is mixed does not count.
  const mixer = steps.batch.length > 0 ? createBatchMixer(steps.batch, [1]) : null;
  const find = createMinibatchFinder(spec, train);
  const texts = textsOf(dataset);
  const variantOf = (index: number, epoch: number) => {
    const address = { seed: spec.seed, epoch, index };
    const original = texts.at(index) ?? '';
    const drawn = augmenter.draw(address, original);
    const passage = augmenter.apply(drawn, original);
    const mixed = mixer && mixedStep(mixer, address, find(index, epoch));
    const mixes = steps.batch.map((step) =>
      mixed?.position === step.position ? mixed : unappliedStep(step),
    );
    const applied = [...drawn.map(appliedStep), ...mixes];
    applied.sort((a, b) => a.position - b.position);
    return { epoch, text: textOf(passage), ...passage, parts: [...passage.parts], steps: applied };
  };
  return {
    kind: 'text',
    trainingSamples: train.length,
    samples: samples.map((index) => {
      const original = passageOf(texts.at(index) ?? '');
      return {
        index,
        trainingPlace: trainingPlaceOf(index, train),
        original: { parts: [...original.parts], end: original.end },
        variants: epochs.map((epoch) => variantOf(index, epoch)),
      };
    }),
  };
}

function mixedStep(
  mixer: BatchMixer,
  address: { readonly seed: number; readonly epoch: number; readonly index: number },
  place: ReturnType<ReturnType<typeof createMinibatchFinder>>,
): AppliedStep | null {
  const mixing = place && mixer.draw(address, place.row, place.batch.length);
  if (!place || !mixing) return null;
  return { ...appliedStep(mixing), partner: place.batch[mixing.partner] };
}
