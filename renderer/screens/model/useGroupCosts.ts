import { useMemo } from 'react';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { type LayerCosts, sumCosts } from '../../format/sumCosts.ts';
import { useCheck } from '../../state/check.ts';
import { reportsAlong } from './useLayerReport.ts';

/** What the check says of all layers of a group; undefined where it cannot say anything yet. */
export function useGroupCosts(first: LayerPath, count: number): LayerCosts | undefined {
  const start = first.at(-1) ?? 0;
  const siblings = useCheck(({ report }) => reportsAlong(report?.layers, first.slice(0, -1)));
  return useMemo(() => {
    const layers = siblings?.slice(start, start + count) ?? [];
    return layers.length === count ? sumCosts(layers) : undefined;
  }, [siblings, start, count]);
}
