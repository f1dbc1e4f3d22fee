/** The weights that a run is used by: those of its epoch of lowest validation loss. */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Store } from '../store/openStore.ts';

export interface BestWeights {
  readonly metrics: EpochMetrics;
  /** As safetensors. */
  readonly checkpoint: Uint8Array;
}

/** Throws StudioError `not-found` for a run without a finished epoch. */
export function bestWeights({ metrics, checkpoints }: Store, run: RunRecord): BestWeights {
  const { id, bestEpoch } = run;
  const [epoch] =
    bestEpoch === null ? [] : metrics.listEpochs(id, { after: bestEpoch - 1, maximum: 4 });
  if (!epoch) {
    throw new StudioError('not-found', `Run "${id}" has no finished epoch, so no weights yet.`, {
      where: 'run',
    });
  }
  return { metrics: epoch, checkpoint: checkpoints.get(id, epoch.epoch).data };
}
