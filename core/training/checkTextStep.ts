import type { AugmentationStep } from '../augmentation/AugmentationStep.ts';
import type { TextAugmentation } from '../augmentation/text/TextAugmentation.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { TextSpec } from '../contract/ExperimentSpec.ts';
import { caught } from './caught.ts';

/**
 * Whether a text augmentation fits the dataset and can be seen through its preprocessing. `spec` is
 * null where the samples are no texts; a refused component of it is told at its own place.
 */
export function checkTextStep(
  { definition, options, position }: AugmentationStep<TextAugmentation>,
  spec: TextSpec | null,
): Problem[] {
  const { type } = definition.descriptor;
  const where = `augmentation[${position}]`;
  if (spec === null) {
    const message =
      `${type} transforms texts, and this dataset has none. Remove it, or choose a dataset of ` +
      'texts.';
    return [{ severity: 'error', where, message }];
  }
  const refusal = definition.refusal?.(options);
  if (refusal) {
    const { option, message } = refusal;
    return [{ severity: 'error', where: `${where}.options.${option}`, message }];
  }
  let idle: string | null = null;
  caught(() => {
    idle = definition.idle?.(options, spec) ?? null;
  });
  return idle === null ? [] : [{ severity: 'warning', where, message: idle }];
}
