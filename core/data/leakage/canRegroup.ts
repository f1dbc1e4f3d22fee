import { GIVEN } from '../splits/Splits.ts';
import type { ScannedSplit } from './ScannedSplit.ts';
import { crossesSplits } from './splitOf.ts';

/**
 * Whether a grouped split would keep each of the groups in one part. Not where that would give up an
 * order or a grouping that was chosen, nor for what the data itself has put into its test part.
 */
export function canRegroup(
  { dataset, places, split }: ScannedSplit,
  groups: readonly (readonly number[])[],
): boolean {
  if (split.method === 'grouped' || split.method === 'ordered') return false;
  const { givenSplits } = dataset;
  if (!givenSplits) return true;
  const isSealed = (index: number) => givenSplits[index] === GIVEN.test;
  return groups.every((group) => !crossesSplits(group, places) || !group.some(isSealed));
}
