import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { editOf } from '../../../core/data/edits/editOf.ts';
import { sampleContent } from '../../../core/data/sampleContent.ts';
import { targetText } from '../../../core/data/targetText.ts';

/** The samples from `offset` on, of those chosen or of all. */
export function pageOf(
  dataset: Dataset,
  chosen: Uint32Array | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): DatasetPage {
  const { samples, targets } = dataset;
  const total = chosen ? chosen.length : samples;
  const count = Math.max(0, Math.min(limit, total - offset));
  const rows = Array.from({ length: count }, (_, row) => {
    const index = chosen?.[offset + row] ?? offset + row;
    return {
      index,
      ...sampleContent(dataset, index),
      target: targetText(dataset, targets[index] ?? 0),
      ...editShown(dataset, index),
    };
  });
  return { offset, total, rows };
}

function editShown(dataset: Dataset, index: number): Pick<DatasetPage['rows'][number], 'edit'> {
  const edit = editOf(dataset, index);
  if (!edit || !dataset.overlay) return {};
  const imported = targetText(dataset, dataset.overlay.importedTargets[index] ?? 0);
  const importedTarget = edit.target === null ? null : imported;
  return { edit: { isExcluded: edit.isExcluded, importedTarget } };
}
