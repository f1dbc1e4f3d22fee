import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { useExperiment } from '../../state/experiment.ts';
import { outermost } from '../../state/layers/paths.ts';
import { pathsOfKeys } from '../../state/layers/pathsOfKeys.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';

/** Where the chosen layers stand, in order; what stands in another chosen one goes with it. */
export function chosenPaths(): LayerPath[] {
  const { draft } = useExperiment.getState();
  if (!draft) return [];
  const paths = pathsOfKeys(draft);
  return outermost(useLayerSelection.getState().chosen.flatMap((key) => pathIn(paths, key)));
}

function pathIn(paths: ReadonlyMap<string, LayerPath>, key: string): LayerPath[] {
  const path = paths.get(key);
  return path ? [path] : [];
}
