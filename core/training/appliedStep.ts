import type { AugmentationDefinition } from '../augmentation/AugmentationDefinition.ts';
import type { AugmentationStep, DrawnStep } from '../augmentation/AugmentationStep.ts';
import type { AppliedStep } from '../contract/AugmentationPreview.ts';

/** What a step did to a sample, as a preview tells it. */
export function appliedStep({ step, drawn }: DrawnStep): AppliedStep {
  const text = drawn && step.definition.describe(drawn);
  return { ...unappliedStep(step), drawn, text };
}

/** A step that left the sample alone. */
export function unappliedStep({
  position,
  definition,
}: AugmentationStep<AugmentationDefinition>): AppliedStep {
  return { position, type: definition.descriptor.type, drawn: null, text: null };
}
