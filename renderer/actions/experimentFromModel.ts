import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { ImportedModel } from '../../core/contract/ImportedModel.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { goWhenDone } from '../state/navigation.ts';
import { usePendingModels } from '../state/pendingModels.ts';
import { startingSpec } from './newExperiment.ts';
import { showError } from './showError.ts';

/** Opens an experiment with the layers of an imported model, that starts from its weights or not. */
export async function experimentFromModel(
  { id, name, model }: ImportedModel,
  dataset: DatasetInfo,
  withWeights: boolean,
): Promise<void> {
  const go = goWhenDone();
  try {
    const start = await startingSpec(dataset);
    const spec = { ...start, name, model, ...(withWeights && { initialModel: id }) };
    await openSpec(id, spec);
    usePendingModels.getState().remove(id);
    go('model');
  } catch (error) {
    showError(error);
  }
}
