import { activeRunOf, useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

export async function stopTraining(): Promise<void> {
  const { runs, stop } = useRuns.getState();
  const active = activeRunOf(runs);
  if (active) await stop(active.id).catch(showError);
}
