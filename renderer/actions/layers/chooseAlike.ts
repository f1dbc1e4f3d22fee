import { layerAt } from '../../../core/contract/layerPath.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../state/announcement.ts';
import { useExperiment } from '../../state/experiment.ts';
import { pathsOfKeys } from '../../state/layers/pathsOfKeys.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';

/** Chooses all layers of the type, also where they are folded away. */
export function chooseAlike(type: string): void {
  const { draft } = useExperiment.getState();
  if (!draft) return;
  const alike = [...pathsOfKeys(draft)].filter(
    ([, path]) => layerAt(draft.spec.model.layers, path)?.type === type,
  );
  const keys = alike.map(([key]) => key);
  const { choose, cursor, focusCursor } = useLayerSelection.getState();
  choose(keys, cursor ?? keys[0] ?? null);
  focusCursor();
  announce(i18n.t('chosen.alike', { type, count: keys.length }));
}
