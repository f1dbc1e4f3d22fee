import type { LayerPosition } from '../../core/contract/LayerStatistics.ts';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { useExperiment } from '../state/experiment.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { keyAt } from '../state/layers/keyAt.ts';
import { goWhenDone } from '../state/navigation.ts';
import { useLayerSelection } from '../state/useLayerSelection.ts';
import { showError } from './showError.ts';

/**
 * Opens a layer of a run on the model screen: in the open experiment where that has the same model,
 * else in an experiment with the settings of the run.
 */
export async function openLayer(run: RunRecord, path: LayerPosition): Promise<void> {
  const go = goWhenDone();
  try {
    const open = useExperiment.getState().draft?.spec.model;
    if (JSON.stringify(open) !== JSON.stringify(run.spec.model)) await openSpec(run.id, run.spec);
    go('model');
    const { draft } = useExperiment.getState();
    useLayerSelection.getState().select((draft && keyAt(draft, path)) ?? null);
  } catch (error) {
    showError(error);
  }
}
