/** Which runs the test split may judge, and which of them validation prefers. */
import type { EpochMetrics, RunRecord, RunStatus } from '../../../core/contract/RunRecord.ts';

const unfinished: readonly RunStatus[] = ['queued', 'running', 'paused'];

/** Every run that ended with a finished epoch: its best weights are kept however it ended. */
export function finalistsAmong(runs: readonly RunRecord[]): readonly RunRecord[] {
  return runs.filter(({ status, bestEpoch }) => bestEpoch !== null && !unfinished.includes(status));
}

/**
 * The finalist that did best on validation. Numbers of different datasets cannot be compared, so
 * only runs on one dataset are: the one given, else that of the newest run.
 */
export function bestFinalist(
  finalists: readonly RunRecord[],
  best: Readonly<Record<string, EpochMetrics>>,
  dataset: string | undefined,
): RunRecord | undefined {
  const wanted = finalists.some((run) => run.dataset.id === dataset)
    ? dataset
    : finalists[0]?.dataset.id;
  return finalists
    .filter((run) => run.dataset.id === wanted)
    .toSorted((a, b) => compare(best[a.id] ?? a.last, best[b.id] ?? b.last))[0];
}

function compare(a: EpochMetrics | null, b: EpochMetrics | null): number {
  const accuracy = (b?.validation.accuracy ?? 0) - (a?.validation.accuracy ?? 0);
  return accuracy || lossOf(a) - lossOf(b);
}

function lossOf(epoch: EpochMetrics | null): number {
  const loss = epoch?.validation.loss;
  return loss !== undefined && Number.isFinite(loss) ? loss : Number.MAX_VALUE;
}
