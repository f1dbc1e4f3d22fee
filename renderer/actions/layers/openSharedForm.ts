import { layerAt } from '../../../core/contract/layerPath.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useExperiment } from '../../state/experiment.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { pathsOfKeys } from '../../state/layers/pathsOfKeys.ts';
import { sharedOptions } from '../../state/layers/sharedOptions.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useSharedForm } from '../../state/useSharedForm.ts';

/** For the row and those of its type that are chosen with it; false where it is alone. */
export function openSharedForm({ key, layer }: LayerRowItem): boolean {
  const { draft } = useExperiment.getState();
  const { chosen } = useLayerSelection.getState();
  if (!draft || !chosen.includes(key)) return false;
  const { layers } = draft.spec.model;
  const paths = pathsOfKeys(draft);
  const alike = chosen.flatMap((one) => {
    const path = paths.get(one);
    return path && layerAt(layers, path)?.type === layer.type ? [path] : [];
  });
  const [shared] = sharedOptions(layers, alike, useCatalog.getState().catalog.layers);
  if (!shared) return false;
  useSharedForm.getState().open(layer.type);
  return true;
}
