import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import { layerPlace } from '../../../core/contract/layerPath.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useProblems } from '../../state/useProblems.ts';

/** The layer's own problems, and those of the layers inside where these are not to be seen. */
export function useLayerProblems({ path, isBlock, isFolded }: LayerRowItem): readonly Problem[] {
  const where = layerPlace(path);
  return useProblems(where).filter(({ where: place }) => {
    const rest = place.slice(where.length);
    const isInner = isBlock && !isFolded && rest.startsWith('.layers[');
    return /^(\.|$)/.test(rest) && !isInner;
  });
}
