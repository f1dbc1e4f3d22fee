import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { RunRecord } from '../../core/contract/RunRecord.ts';

/** The dataset of the library whose import a run was trained on, whatever was edited since. */
export function datasetOfRun(
  datasets: readonly DatasetInfo[],
  { dataset }: Pick<RunRecord, 'dataset'>,
): DatasetInfo | undefined {
  const imported = dataset.importedHash ?? dataset.hash;
  const same = datasets.filter(({ hash, edits }) => (edits?.importedHash ?? hash) === imported);
  return same.find(({ id }) => id === dataset.id) ?? same[0];
}
