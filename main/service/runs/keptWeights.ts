/** The weights that a run is used by: those of its epoch of lowest validation loss, or as named. */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Store } from '../store/openStore.ts';

export interface KeptWeights {
  readonly metrics: EpochMetrics;
  /** As safetensors. */
  readonly checkpoint: Uint8Array;
}

/**
 * Throws StudioError `not-found` for a run without a finished epoch, and for an epoch whose weights
 * are not kept.
 */
export function keptWeights(store: Store, run: RunRecord, wanted?: number): KeptWeights {
  const { id, bestEpoch } = run;
  const epoch = wanted ?? bestEpoch;
  if (epoch === null) {
    throw new StudioError('not-found', `Run "${id}" has no finished epoch, so no weights yet.`, {
      where: 'run',
    });
  }
  if (wanted !== undefined) refuseUnkept(store, id, wanted);
  const checkpoint = store.checkpoints.get(id, epoch).data;
  const [metrics] = store.metrics.listEpochs(id, { after: epoch - 1, maximum: 4 });
  if (metrics) return { metrics, checkpoint };
  throw new StudioError('internal', `Run "${id}" has weights of epoch ${epoch}, but no metrics.`);
}

/** Throws StudioError `not-found`, with the epochs that are kept. */
export function refuseUnkept({ checkpoints }: Store, run: string, epoch: number): void {
  const kept = checkpoints.list(run).map((one) => one.epoch);
  if (kept.includes(epoch)) return;
  const others = kept.length > 0 ? kept.join(', ') : 'none';
  throw new StudioError('not-found', `Run "${run}" has no checkpoint of epoch ${epoch}.`, {
    where: 'epoch',
    hint: `Epochs with a checkpoint: ${others}.`,
  });
}
