import { useMemo } from 'react';
import { useCatalog } from '../../../state/catalog.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { pathsOfKeys } from '../../../state/layers/pathsOfKeys.ts';
import { type SharedOptions, sharedOptions } from '../../../state/layers/sharedOptions.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';

/** Of the chosen layers. */
export function useSharedOptions(): readonly SharedOptions[] {
  const draft = useExperiment((state) => state.draft);
  const catalog = useCatalog((state) => state.catalog.layers);
  const chosen = useLayerSelection((state) => state.chosen);
  return useMemo(() => {
    if (!draft || chosen.length < 2) return [];
    const paths = pathsOfKeys(draft);
    const places = chosen.flatMap((key) => {
      const path = paths.get(key);
      return path ? [path] : [];
    });
    return sharedOptions(draft.spec.model.layers, places, catalog);
  }, [draft, catalog, chosen]);
}
