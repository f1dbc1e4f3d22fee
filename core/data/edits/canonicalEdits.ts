import type { SampleEdit } from '../../contract/SampleEdit.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { Dataset } from '../Dataset.ts';

/**
 * The edits in ascending order, without those that change nothing: two ways to the same data give
 * the same list. Throws StudioError `invalid-request` for a sample or a target that cannot be.
 *
 * @param dataset As imported.
 * @param edits At most one a sample.
 */
export function canonicalEdits(dataset: Dataset, edits: readonly SampleEdit[]): SampleEdit[] {
  const { samples, target, targets } = dataset;
  return edits
    .map((edit): SampleEdit => {
      const { index, isExcluded, target: wished } = edit;
      if (index >= samples) {
        const message = `Sample ${index} is not in the dataset, which has ${samples} samples.`;
        throw new StudioError('invalid-request', message, { where: 'index' });
      }
      if (wished === null) return { index, isExcluded, target: null };
      const value = target.kind === 'class' ? wished : Math.fround(wished);
      if (target.kind === 'class' ? !(value in target.labels) : !Number.isFinite(value)) {
        throw new StudioError('invalid-request', `${wished} cannot be a target of this dataset.`, {
          where: 'target',
        });
      }
      return { index, isExcluded, target: value === targets[index] ? null : value };
    })
    .filter(({ isExcluded, target: changed }) => isExcluded || changed !== null)
    .sort((a, b) => a.index - b.index);
}
