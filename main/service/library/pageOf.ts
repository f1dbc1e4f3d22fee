import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { sampleContent } from '../../../core/data/sampleContent.ts';

/** The samples from `offset` on, of those chosen or of all. */
export function pageOf(
  dataset: Dataset,
  chosen: Uint32Array | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): DatasetPage {
  const { samples, targets, target } = dataset;
  const total = chosen ? chosen.length : samples;
  const count = Math.max(0, Math.min(limit, total - offset));
  const rows = Array.from({ length: count }, (_, row) => {
    const index = chosen?.[offset + row] ?? offset + row;
    const value = targets[index] ?? 0;
    return {
      index,
      ...sampleContent(dataset, index),
      target: target.kind === 'class' ? (target.labels[value] ?? String(value)) : value,
    };
  });
  return { offset, total, rows };
}
