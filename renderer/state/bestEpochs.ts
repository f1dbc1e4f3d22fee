/**
 * The epoch of lowest validation loss of each run: the one whose weights are evaluated and
 * exported.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { EpochMetrics, RunRecord } from '../../core/contract/RunRecord.ts';
import { request } from '../studio.ts';
import { isActive } from './runs.ts';

/** By run. */
const useBestEpochStore = create<{ readonly best: Readonly<Record<string, EpochMetrics>> }>(() => ({
  best: {},
}));

const asked = new Set<string>();

/** The best epochs of ended runs, as far as they have arrived; asked for once each. */
export function useBestEpochs(runs: readonly RunRecord[]): Readonly<Record<string, EpochMetrics>> {
  useEffect(() => {
    for (const run of runs) void load(run);
  }, [runs]);
  return useBestEpochStore((state) => state.best);
}

async function load(run: RunRecord): Promise<void> {
  const { id, bestEpoch, progress } = run;
  // A run that went on may have a better one now.
  const key = `${id} ${bestEpoch}`;
  if (bestEpoch === null || isActive(run) || asked.has(key)) return;
  asked.add(key);
  try {
    const { epochs } = await request('runs.metrics', {
      run: id,
      afterEpoch: bestEpoch - 1,
      afterIteration: progress.iterations,
      maximumPoints: 4,
    });
    const [metrics] = epochs;
    if (metrics) useBestEpochStore.setState(({ best }) => ({ best: { ...best, [id]: metrics } }));
  } catch {
    // The last epoch stands in until it is asked for again.
    asked.delete(key);
  }
}
