import type { ExperimentReport, LayerReport } from '../../../core/contract/ExperimentReport.ts';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { useCheck } from '../../state/check.ts';

/** What the check says of the layer there; undefined where it cannot say anything yet. */
export function useLayerReport(path: LayerPath): LayerReport | undefined {
  return useCheck(({ report }) => reportAt(report, path));
}

export function reportAt(
  report: ExperimentReport | null,
  path: LayerPath,
): LayerReport | undefined {
  return reportsAlong(report?.layers, path.slice(0, -1))?.[path.at(-1) ?? 0];
}

/** Of the layers inside the one that the path leads to; of the model's own without a path. */
export function reportsAlong(
  layers: readonly LayerReport[] | undefined,
  path: LayerPath,
): readonly LayerReport[] | undefined {
  return path.reduce<readonly LayerReport[] | undefined>(
    (list, index) => list?.[index]?.layers,
    layers,
  );
}
