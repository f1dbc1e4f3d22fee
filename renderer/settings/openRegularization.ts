import type { Regularization } from '../../core/contract/Regularization.ts';
import { useExperiment } from '../state/experiment.ts';
import { keyAt } from '../state/layers/keyAt.ts';
import { useNavigation } from '../state/navigation.ts';
import { useLayerSelection } from '../state/useLayerSelection.ts';
import { useWantedSetting } from '../state/useWantedSetting.ts';

/** Shows what it is made of: its field, its first layer, or the steps on the data screen. */
export function openRegularization({ kind, paths }: Regularization): void {
  if (kind === 'weightDecay') {
    useWantedSetting.setState({ where: 'optimizer.options.weightDecay' });
    return;
  }
  if (kind === 'augmentation') {
    useNavigation.setState({ screen: 'data', anchor: 'augmentation' });
    return;
  }
  useNavigation.getState().go('model');
  const { draft } = useExperiment.getState();
  const [first] = paths;
  const key = draft && first && keyAt(draft, first);
  if (!key) return;
  useLayerSelection.getState().select(key);
  useLayerSelection.getState().focusCursor();
}
