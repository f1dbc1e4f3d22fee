import type { SampleInfo } from '../../core/contract/DatasetInfo.ts';
import { useDatasets } from '../state/datasets.ts';
import { goWhenDone } from '../state/navigation.ts';
import { openTemplate } from './openTemplate.ts';
import { showError } from './showError.ts';
import { startTraining } from './startTraining.ts';

/** The first minute: one click installs a sample, opens its experiment and trains it. */
export async function trainSample(sample: SampleInfo): Promise<void> {
  const go = goWhenDone();
  try {
    await useDatasets.getState().install(sample.id);
    await openTemplate(sample.experiment);
    await startTraining(go);
  } catch (error) {
    showError(error);
  }
}
