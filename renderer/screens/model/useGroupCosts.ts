import { useMemo } from 'react';
import type { LayerCosts } from '../../format/sumCosts.ts';
import { useCheck } from '../../state/check.ts';
import type { GroupRowItem } from '../../state/layers/layerRows.ts';
import { groupCosts } from './groupCosts.ts';
import { reportsAlong } from './useLayerReport.ts';

/** What the check says of all layers of a group; undefined where it cannot say anything yet. */
export function useGroupCosts({ path, types }: GroupRowItem): LayerCosts | undefined {
  const start = path.at(-1) ?? 0;
  const siblings = useCheck(({ report }) => reportsAlong(report?.layers, path.slice(0, -1)));
  return useMemo(() => groupCosts(siblings, start, types), [siblings, start, types]);
}
