import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { i18n } from '../i18n/i18n.ts';
import { useDatasets } from '../state/datasets.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { showError } from './showError.ts';

const HIDDEN_NODES = 32;

/**
 * Opens a small, trainable experiment on a dataset: the one given, else the first in the library.
 */
export async function newExperiment(dataset?: DatasetInfo): Promise<void> {
  const chosen = dataset ?? useDatasets.getState().datasets[0];
  if (!chosen) {
    useNavigation.getState().go('data');
    return;
  }
  try {
    await openSpec(chosen.id, startingSpec(chosen));
    useNavigation.getState().go('model');
  } catch (error) {
    showError(error);
  }
}

/** Small, and trainable as it stands. */
export function startingSpec({ id, name, kind, samples, target }: DatasetInfo): ExperimentSpec {
  const outputs = target.kind === 'class' ? target.labels.length : 1;
  return {
    format: 'descent-experiment',
    version: 1,
    name: i18n.t('experiment.defaultName', { dataset: name }).slice(0, 200),
    dataset: id,
    split: {
      validation: 0.2,
      test: 0.2,
      stratified: target.kind === 'class',
      method: 'random',
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
    initialization: { type: 'Default', options: {} },
    loss: { type: target.kind === 'class' ? 'CrossEntropyLoss' : 'MSELoss', options: {} },
    optimizer: { type: 'Adam', options: {} },
    schedule: { type: 'Constant', options: {} },
    training: { batchSize: startingBatchSize(samples), epochs: 30, dropLast: true },
    seed: 0,
    device: usePreferences.getState().device,
  };
}

/** 256 as the lecture starts, or about N / 10 where N is small. */
function startingBatchSize(samples: number): number {
  const tenth = 2 ** Math.floor(Math.log2(Math.max(1, samples / 10)));
  return Math.max(1, Math.min(256, tenth));
}
