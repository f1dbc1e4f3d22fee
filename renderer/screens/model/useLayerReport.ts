import type { LayerReport } from '../../../core/contract/ExperimentReport.ts';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { useCheck } from '../../state/check.ts';

/** What the check says of the layer there; undefined where it cannot say anything yet. */
export function useLayerReport(path: LayerPath): LayerReport | undefined {
  return useCheck(({ report }) => {
    let list = report?.layers;
    let found: LayerReport | undefined;
    for (const index of path) {
      found = list?.[index];
      list = found?.layers;
    }
    return found;
  });
}
