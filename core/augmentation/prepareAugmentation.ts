/**
 * An experiment's augmentation list, checked and sorted by what its steps work on.
 *
 * Steps on images and texts keep their order; those that mix the minibatch come after them,
 * wherever they stand in the list, for only then are there samples to mix.
 */
import { findDefinition } from '../catalog/findDefinition.ts';
import type { Component } from '../contract/ModelSpec.ts';
import type { AugmentationDefinition } from './AugmentationDefinition.ts';
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

/**
 * Throws StudioError `invalid-experiment` at `augmentation[i]...`: unknown type, refused options.
 * What depends on the dataset is checkAugmentation's.
 */
export function prepareAugmentation(list: readonly Component[]): PreparedAugmentation {
  const steps = list.map(({ type }, position) => {
    const where = `augmentation[${position}]`;
    const definition = findDefinition('augmentation', definitions, type, where);
    return prepareStep(definition, list, position);
  });
  return {
    image: ofKind(steps, isImage),
    text: ofKind(steps, isText),
    batch: ofKind(steps, isBatch),
  };
}

type Definition = ImageAugmentation | TextAugmentation | BatchAugmentation;

const isBatch = (one: Definition): one is BatchAugmentation => one.kind === 'batch';
const isText = (one: Definition): one is TextAugmentation => one.kind === 'text';
const isImage = (one: Definition): one is ImageAugmentation => !isText(one) && !isBatch(one);

function ofKind<D extends AugmentationDefinition>(
  steps: readonly AugmentationStep<Definition>[],
  is: (definition: Definition) => definition is D & Definition,
): AugmentationStep<D>[] {
  return steps.filter((step): step is AugmentationStep<D & Definition> => is(step.definition));
}
