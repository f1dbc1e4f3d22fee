/** Whether the augmentation list fits the dataset, step by step, and what it may do to the labels. */
import type { AugmentationStep } from '../augmentation/AugmentationStep.ts';
import type { BatchAugmentation } from '../augmentation/batch/BatchAugmentation.ts';
import { batchAugmentations } from '../augmentation/batch/registry.ts';
import type { ImageAugmentation } from '../augmentation/image/ImageAugmentation.ts';
import { labelRisks } from '../augmentation/labelRisks.ts';
import { type Preparable, prepareAugmentationStep } from '../augmentation/prepareAugmentation.ts';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { SpecEdit } from '../contract/SpecEdit.ts';
import { defaultTextSpec } from '../preprocessing/fitPreprocessor.ts';
import { caught } from './caught.ts';
import { checkTextStep } from './checkTextStep.ts';
import { moveToEndWords } from './fixes/words.ts';

export function checkAugmentation(spec: ExperimentSpec, info: DatasetInfo): Problem[] {
  const list = spec.augmentation;
  const problems = list.flatMap((_, position) => {
    const found: Problem[] = [];
    const refused = caught(() => {
      found.push(...checkStep(prepareAugmentationStep(list, position), spec, info));
    });
    return [...refused, ...found];
  });
  if (info.kind !== 'image') return problems;
  const labels = info.target.kind === 'class' ? info.target.labels : [];
  const risks = labelRisks(list, labels).map(({ position, message }): Problem => {
    return { severity: 'warning', where: `augmentation[${position}]`, message };
  });
  return [...problems, ...risks];
}

function checkStep(
  step: AugmentationStep<Preparable>,
  spec: ExperimentSpec,
  info: DatasetInfo,
): Problem[] {
  const { definition } = step;
  if (definition.kind === 'text') {
    const text = info.kind === 'text' ? (spec.preprocessing.text ?? defaultTextSpec) : null;
    return checkTextStep({ ...step, definition }, text);
  }
  const found =
    definition.kind === 'batch'
      ? checkBatchStep(definition, step, spec, info)
      : checkImageStep(definition, step, info);
  return found.map((problem) => ({ where: `augmentation[${step.position}]`, ...problem }));
}

/** At the step itself unless it says where. */
type Found = Omit<Problem, 'where'> & { readonly where?: string };

function checkImageStep(
  definition: ImageAugmentation,
  { options, position }: AugmentationStep<Preparable>,
  { kind, sampleShape: [channels = 0, height = 0, width = 0] }: DatasetInfo,
): Found[] {
  const { type } = definition.descriptor;
  if (kind !== 'image') {
    const message =
      `${type} transforms images, and this dataset has none. Remove it, or choose a dataset of ` +
      'images.';
    return [{ severity: 'error', message }];
  }
  const size = { channels, height, width };
  const refusal = definition.refusal?.(options, size);
  if (refusal) {
    return [{ severity: 'error', where: `augmentation[${position}].options`, message: refusal }];
  }
  const idle = definition.idle?.(options, size);
  return idle ? [{ severity: 'warning', message: idle }] : [];
}

function checkBatchStep(
  definition: BatchAugmentation,
  { options, position }: AugmentationStep<Preparable>,
  { augmentation, model, training }: ExperimentSpec,
  { sampleShape }: DatasetInfo,
): Found[] {
  const { type } = definition.descriptor;
  const [first] = model.layers;
  if (/^Embedding(Bag)?$/.test(first.type)) {
    const message = `${type} averages inputs, but ${first.type} takes token numbers, which have no average.`;
    return [{ severity: 'error', message }];
  }
  const refusal = definition.refusal?.(options, sampleShape);
  if (refusal) return [{ severity: 'error', message: refusal }];
  const found: Found[] = [];
  if (training.batchSize === 1) {
    const message = `${type} mixes samples of a minibatch: with batch size 1 it changes nothing.`;
    found.push({ severity: 'warning', message });
  }
  const later = augmentation.slice(position + 1).find((one) => !isBatch(one.type));
  if (later) {
    const message =
      `${type} mixes whole minibatches, so it comes after all other transforms, also after ` +
      `${later.type}. Move it to the end.`;
    const step = augmentation[position];
    const others = augmentation.filter((_, at) => at !== position);
    const value = [...others, { type: step.type, options: { ...step.options } }];
    const edits: SpecEdit[] = [{ edit: 'set', at: ['augmentation'], value }];
    const fixes = [{ label: moveToEndWords(type), edits }];
    found.push({ severity: 'suggestion', message, fixes });
  }
  return found;
}

const isBatch = (type: string) =>
  batchAugmentations.some(({ descriptor }) => descriptor.type === type);
