/** Samples that stand in a dataset more than once, and whether their targets agree. */
import type { DuplicateStatistics } from '../../contract/DatasetStatistics.ts';
import type { Dataset } from '../Dataset.ts';
import { equalSamples } from '../duplicates/equalSamples.ts';

const MOST_EXAMPLES = 20;
const MOST_SHOWN = 10;

/** Texts are compared apart from their blanks and the way Unicode writes them. */
export function duplicateStatistics(dataset: Dataset): DuplicateStatistics {
  const groups = equalSamples(dataset, new Set());
  const { targets } = dataset;
  const isConflict = (group: readonly number[]) =>
    group.some((index) => targets[index] !== targets[group[0]]);
  const conflicts = groups.filter(isConflict);
  const others = groups.filter((group) => !isConflict(group));
  return {
    groups: groups.length,
    copies: groups.reduce((sum, { length }) => sum + length - 1, 0),
    conflicts: conflicts.length,
    examples: [...conflicts, ...others].slice(0, MOST_EXAMPLES).map((group, place) => ({
      indices: group.slice(0, MOST_SHOWN),
      isConflict: place < conflicts.length,
    })),
  };
}
