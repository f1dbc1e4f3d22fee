import type { PreprocessingSpec } from '../../contract/ExperimentSpec.ts';
import type { Dataset } from '../Dataset.ts';
import { equalSamples } from '../duplicates/equalSamples.ts';

/** Of a dataset in memory, what was found last: a split asks several times. */
const remembered = new WeakMap<Dataset, { readonly key: string; readonly groups: Int32Array }>();

/**
 * [N] the first sample that a network cannot tell from this one, which may be itself: copies have one
 * value. See equalSamples.
 */
export function copyGroups(
  dataset: Dataset,
  { excludedColumns }: Pick<PreprocessingSpec, 'excludedColumns'>,
): Int32Array {
  const key = JSON.stringify(excludedColumns);
  const known = remembered.get(dataset);
  if (known?.key === key) return known.groups;
  const groups = Int32Array.from({ length: dataset.samples }, (_, index) => index);
  for (const [first, ...others] of equalSamples(dataset, new Set(excludedColumns))) {
    for (const other of others) groups[other] = first;
  }
  remembered.set(dataset, { key, groups });
  return groups;
}
