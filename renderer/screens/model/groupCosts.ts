import type { LayerReport } from '../../../core/contract/ExperimentReport.ts';
import { type LayerCosts, sumCosts } from '../../format/sumCosts.ts';

/**
 * What the layers of a group take together, of the reports of all layers beside it.
 *
 * `types` are those of its layers: a report of before the last edit tells of others in their places,
 * and says nothing of the group.
 */
export function groupCosts(
  reports: readonly LayerReport[] | undefined,
  start: number,
  types: readonly string[],
): LayerCosts | undefined {
  const own = reports?.slice(start, start + types.length) ?? [];
  const isOfThem = types.every((type, index) => own[index]?.type === type);
  return isOfThem ? sumCosts(own) : undefined;
}
