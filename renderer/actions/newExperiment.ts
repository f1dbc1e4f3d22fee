import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { i18n } from '../i18n/i18n.ts';
import { useDatasets } from '../state/datasets.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { goWhenDone, useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

/**
 * Opens a small, trainable experiment on a dataset: the one given, else the first in the library.
 */
export async function newExperiment(dataset?: DatasetInfo): Promise<void> {
  const chosen = dataset ?? useDatasets.getState().datasets[0];
  if (!chosen) {
    useNavigation.getState().go('data');
    return;
  }
  const go = goWhenDone();
  try {
    await openSpec(chosen.id, await startingSpec(chosen));
    go('model');
  } catch (error) {
    showError(error);
  }
}

/** Small, trainable as it stands, and on the device that the person prefers. */
export async function startingSpec({ id, name }: DatasetInfo): Promise<ExperimentSpec> {
  const title = i18n.t('experiment.defaultName', { dataset: name }).slice(0, 200);
  const spec = await request('experiments.begin', { dataset: id, name: title });
  return { ...spec, device: usePreferences.getState().device };
}
