import { useExperiment } from '../state/experiment.ts';
import { goWhenDone } from '../state/navigation.ts';
import { useSeeThrough } from '../state/seeThrough.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

/**
 * Looks at a sample of the open experiment's dataset in its network, on the model screen. One that may
 * not be looked at is said where it was asked for. Another experiment, or another dataset in it, that
 * came before the answer has no such sample, and is left where it is.
 */
export async function seeThroughSample(sample: number): Promise<void> {
  const { draft, opening } = useExperiment.getState();
  if (!draft) return;
  const { spec } = draft;
  const go = goWhenDone();
  try {
    const { split, place } = await request('experiments.forwardPass', { spec, sample });
    const now = useExperiment.getState();
    if (now.opening !== opening || now.draft?.spec.dataset !== spec.dataset) return;
    useSeeThrough.getState().lookAt(split, place);
    go('model');
  } catch (error) {
    showError(error);
  }
}
