/**
 * Takes a run back to where its state is kept: what was stored behind that place goes, because those
 * iterations are computed again, and the curve shows each once.
 */
import type { RunPosition, RunProgress } from '../../../core/contract/RunRecord.ts';
import type { Store } from '../store/openStore.ts';

/** Returns the progress to go on with; to be called within a transaction. */
export function rewindRun({ runs, metrics, findings }: Store, id: string): RunProgress {
  const { position, progress, last } = runs.get(id);
  metrics.dropIterations(id, { after: position?.iteration ?? 0 });
  findings.drop(id, { after: last?.epoch ?? 0 });
  const { phase: _, kernels: __, ...known } = progress;
  const start: RunPosition | { epoch: 0; iteration: 0 } = position ?? { epoch: 0, iteration: 0 };
  return { ...known, ...start, secondsLeft: null };
}
