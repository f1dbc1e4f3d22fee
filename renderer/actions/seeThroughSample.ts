import { useExperiment } from '../state/experiment.ts';
import { useNavigation } from '../state/navigation.ts';
import { useSeeThrough } from '../state/seeThrough.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

/**
 * Looks at a sample of the open experiment's dataset in its network, on the model screen. One that may
 * not be looked at is said where it was asked for.
 */
export async function seeThroughSample(sample: number): Promise<void> {
  const spec = useExperiment.getState().draft?.spec;
  if (!spec) return;
  try {
    const { split, place } = await request('experiments.forwardPass', { spec, sample });
    useSeeThrough.getState().lookAt(split, place);
    useNavigation.getState().go('model');
  } catch (error) {
    showError(error);
  }
}
