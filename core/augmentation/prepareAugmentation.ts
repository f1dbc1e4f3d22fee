/**
 * An experiment's augmentation list, checked and sorted by what its steps work on.
 *
 * Steps on images and texts keep their order; those that mix the minibatch come after them,
 * wherever they stand in the list, for only then are there samples to mix.
 */
import { findDefinition } from '../catalog/findDefinition.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { type AugmentationStep, prepareStep } from './AugmentationStep.ts';
import type { BatchAugmentation } from './batch/BatchAugmentation.ts';
import { batchAugmentations } from './batch/registry.ts';
import type { ImageAugmentation } from './image/ImageAugmentation.ts';
import { imageAugmentations } from './image/registry.ts';
import { textAugmentations } from './text/registry.ts';
import type { TextAugmentation } from './text/TextAugmentation.ts';

export interface PreparedAugmentation {
  readonly image: readonly AugmentationStep<ImageAugmentation>[];
  readonly text: readonly AugmentationStep<TextAugmentation>[];
  readonly batch: readonly AugmentationStep<BatchAugmentation>[];
}

const definitions = [...imageAugmentations, ...textAugmentations, ...batchAugmentations];

export type Preparable = ImageAugmentation | TextAugmentation | BatchAugmentation;

/**
 * Throws StudioError `invalid-experiment` at `augmentation[i]...`: unknown type, refused options.
 * What depends on the dataset is checkAugmentation's.
 */
export function prepareAugmentation(list: readonly Component[]): PreparedAugmentation {
  const steps = list.map((_, position) => prepareAugmentationStep(list, position));
  return {
    image: ofKind(steps, isImage),
    text: ofKind(steps, isText),
    batch: ofKind(steps, isBatch),
  };
}

/** One step of the list; throws as prepareAugmentation does. */
export function prepareAugmentationStep(
  list: readonly Component[],
  position: number,
): AugmentationStep<Preparable> {
  const { type } = list[position];
  const where = `augmentation[${position}]`;
  const definition = findDefinition('augmentation', definitions, type, where);
  return prepareStep(definition, list, position);
}

const isBatch = (one: Preparable): one is BatchAugmentation => one.kind === 'batch';
const isText = (one: Preparable): one is TextAugmentation => one.kind === 'text';
const isImage = (one: Preparable): one is ImageAugmentation => !isText(one) && !isBatch(one);

function ofKind<D extends Preparable>(
  steps: readonly AugmentationStep<Preparable>[],
  is: (definition: Preparable) => definition is D,
): AugmentationStep<D>[] {
  return steps.filter((step): step is AugmentationStep<D> => is(step.definition));
}
