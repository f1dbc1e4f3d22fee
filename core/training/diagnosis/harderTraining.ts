import { batchAugmentations } from '../../augmentation/batch/registry.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { hasDropout } from './hasDropout.ts';

/**
 * Why a training loss is that of a harder task than the validation loss: samples that are mixed or
 * augmented, or a network with units left out. Each holds in training alone, so that the training loss
 * may lie above the validation loss however well the network has learned.
 *
 * Label smoothing is none of them: both losses are measured with it.
 */
export type HarderTraining = 'mixed' | 'augmented' | 'dropout';

const mixing = new Set(batchAugmentations.map(({ descriptor }) => descriptor.type));

export function harderTraining({
  augmentation,
  model,
}: Pick<ExperimentSpec, 'augmentation' | 'model'>): HarderTraining[] {
  const used = augmentation.filter(({ options }) => options.p !== 0);
  const found = {
    mixed: used.some(({ type }) => mixing.has(type)),
    augmented: used.some(({ type }) => !mixing.has(type)),
    dropout: hasDropout(model.layers),
  };
  return (['mixed', 'augmented', 'dropout'] as const).filter((reason) => found[reason]);
}
