import type { EpochMetrics } from '../../core/contract/RunRecord.ts';

/** The epoch of lowest validation loss, the first of equals; null before one is measured. */
export function bestOf(epochs: readonly EpochMetrics[]): EpochMetrics | null {
  return epochs.reduce<EpochMetrics | null>((best, epoch) => {
    const { loss } = epoch.validation;
    return best === null || loss < best.validation.loss ? epoch : best;
  }, null);
}
