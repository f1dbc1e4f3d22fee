import { pathOfPlace } from '../../core/contract/layerPath.ts';
import { useExperiment } from '../state/experiment.ts';
import { keyAt } from '../state/layers/keyAt.ts';
import { useNavigation } from '../state/navigation.ts';
import { useLayerSelection } from '../state/useLayerSelection.ts';
import { useWantedSetting } from '../state/useWantedSetting.ts';

/**
 * Goes to where a problem of the open experiment is mended: a layer, a setting, the data screen.
 */
export function showPlace(where: string): void {
  const { go } = useNavigation.getState();
  if (/^(split|dataset|preprocessing|augmentation)/.test(where)) {
    go('data');
  } else if (/^(model|initialModel)/.test(where)) {
    go('model');
    selectLayer(where);
  } else {
    useWantedSetting.setState({ where });
  }
}

function selectLayer(where: string): void {
  const path = pathOfPlace(where);
  const { draft } = useExperiment.getState();
  const key = draft && path && keyAt(draft, path);
  if (!key) {
    document.querySelector<HTMLElement>('[data-canvas]')?.focus();
    return;
  }
  useLayerSelection.getState().select(key);
  useLayerSelection.getState().focusCursor();
}
