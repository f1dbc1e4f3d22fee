import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { usualSettings } from '../training/usualSettings.ts';

const HIDDEN_NODES = 32;

/**
 * A small experiment on a dataset, trainable as it stands. How large its training split comes out is
 * not known yet, so its minibatches are those of a large one.
 */
export function startingExperiment(
  { id, kind, target, given }: Pick<DatasetInfo, 'id' | 'kind' | 'target' | 'given'>,
  name: string,
): ExperimentSpec {
  const outputs = target.kind === 'class' ? target.labels.length : 1;
  return {
    format: 'descent-experiment',
    version: 1,
    name,
    dataset: id,
    split: {
      validation: 0.2,
      test: 0.2,
      stratified: target.kind === 'class',
      // A given validation split is somebody's decision: drawn anew, it would be trained on.
      method: given && given.train > 0 && given.validation > 0 ? 'given' : 'random',
    },
    preprocessing: {
      normalization: 'standardize',
      excludedColumns: [],
      missingNumbers: 'mean',
      missingCategories: 'ownCategory',
    },
    augmentation: [],
    model: {
      layers: [
        ...(kind === 'image' ? [{ type: 'Flatten', options: {} }] : []),
        { type: 'Linear', options: { outFeatures: HIDDEN_NODES } },
        { type: 'ReLU', options: {} },
        { type: 'Linear', options: { outFeatures: outputs } },
      ],
    },
    ...usualSettings(target, null),
  };
}
