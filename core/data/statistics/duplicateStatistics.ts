/** Samples that stand in a dataset more than once, equal or nearly, and whether their targets agree. */
import type {
  DuplicateStatistics,
  NearDuplicateStatistics,
} from '../../contract/DatasetStatistics.ts';
import type { Dataset } from '../Dataset.ts';
import { equalSamples } from '../duplicates/equalSamples.ts';
import { groupPairs } from '../leakage/groupPairs.ts';
import { nearIsNoChance } from '../leakage/nearIsNoChance.ts';
import { nearSamples } from '../leakage/nearSamples.ts';

const MOST_EXAMPLES = 20;
const MOST_SHOWN = 10;
/** Statistics are waited for: fewer than a search for leaks compares. */
const MOST_COMPARED = 20_000;
const NO_COLUMNS: ReadonlySet<string> = new Set();

/** Texts are compared apart from their blanks and the way Unicode writes them. */
export function duplicateStatistics(dataset: Dataset): DuplicateStatistics {
  const groups = equalSamples(dataset, NO_COLUMNS);
  const { targets } = dataset;
  const isConflict = (group: readonly number[]) =>
    group.some((index) => targets[index] !== targets[group[0]]);
  const conflicts = groups.filter(isConflict);
  const others = groups.filter((group) => !isConflict(group));
  return {
    groups: groups.length,
    copies: copiesIn(groups),
    conflicts: conflicts.length,
    examples: [...conflicts, ...others].slice(0, MOST_EXAMPLES).map((group, place) => ({
      indices: group.slice(0, MOST_SHOWN),
      isConflict: place < conflicts.length,
    })),
    near: nearStatistics(dataset, groups),
  };
}

/** One of each of `equal` is compared. */
function nearStatistics(
  dataset: Dataset,
  equal: readonly (readonly number[])[],
): NearDuplicateStatistics | null {
  if (!nearIsNoChance(dataset, NO_COLUMNS)) return null;
  const isCopy = new Uint8Array(dataset.samples);
  for (const [, ...copies] of equal) for (const index of copies) isCopy[index] = 1;
  const distinct = Int32Array.from(isCopy.keys()).filter((index) => isCopy[index] === 0);
  const found = nearSamples(dataset, distinct, NO_COLUMNS, MOST_COMPARED);
  const groups = groupPairs(found.pairs);
  return {
    groups: groups.length,
    copies: copiesIn(groups),
    compared: found.compared,
    isPartial: found.isPartial,
    examples: groups.slice(0, MOST_EXAMPLES).map((group) => group.slice(0, MOST_SHOWN)),
  };
}

function copiesIn(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, { length }) => sum + length - 1, 0);
}
