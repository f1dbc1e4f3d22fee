import { saveNow } from '../state/autosave.ts';
import { useExperiment } from '../state/experiment.ts';
import { useNavigation } from '../state/navigation.ts';
import { isActive, useRuns } from '../state/runs.ts';
import { areSettingsBeside } from '../state/useSettingsBeside.ts';
import { showError } from './showError.ts';

/** Between a click and the service's answer a second click must not queue a second run. */
let isStarting = false;

/**
 * Trains the open experiment as it stands, and shows its curves; beside the network, where the
 * settings tell how it goes, the screen stays. Does nothing while a run is in work.
 *
 * @param go Leads to the curves; goWhenDone, where the person has waited for it.
 */
export async function startTraining(go = useNavigation.getState().go): Promise<void> {
  if (!useExperiment.getState().draft || isStarting) return;
  if (useRuns.getState().runs.some(isActive)) return;
  isStarting = true;
  try {
    if (!areSettingsBeside()) go('train');
    // Behind leaving the screen, which ends what is being typed there.
    const { id, draft } = useExperiment.getState();
    if (!draft) return;
    void saveNow();
    await useRuns.getState().start(draft.spec, id ?? undefined);
  } catch (error) {
    showError(error);
  } finally {
    isStarting = false;
  }
}
