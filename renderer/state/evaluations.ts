/**
 * Evaluations by run and split, asked once each.
 *
 * Nothing here opens the test split by itself: only `openTestSplit`, the deliberate act, does.
 */
import { create } from 'zustand';
import type { Evaluation, RunRecord } from '../../core/contract/RunRecord.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

export interface EvaluationEntry {
  readonly evaluation: Evaluation | null;
  readonly error: StudioError | null;
}

interface EvaluationsState {
  /** By `run/split`. */
  readonly entries: Readonly<Record<string, EvaluationEntry>>;
  /** Does nothing when the best weights have been measured. */
  evaluate(run: Pick<RunRecord, 'id' | 'bestEpoch'>): Promise<void>;
  /** With the weights of that epoch, in the place of what was measured before. */
  evaluateEpoch(run: string, epoch: number): Promise<void>;
  openTestSplit(run: string): Promise<void>;
  /** Shows what an earlier look found; opens nothing. */
  recall(run: string): Promise<void>;
}

export const useEvaluations = create<EvaluationsState>((set, get) => {
  const measure = async (run: string, split: 'validation' | 'test', epoch?: number) => {
    const key = `${run}/${split}`;
    const wanted = epoch === undefined ? { run, split } : { run, split, epoch };
    const put = (entry: EvaluationEntry) =>
      set(({ entries }) => ({ entries: { ...entries, [key]: entry } }));
    put({ evaluation: get().entries[key]?.evaluation ?? null, error: null });
    try {
      put({ evaluation: await request('runs.evaluate', wanted), error: null });
    } catch (error) {
      put({ evaluation: null, error: toStudioError(error) });
    }
  };
  return {
    entries: {},
    evaluate: async ({ id, bestEpoch }) => {
      const entry = get().entries[`${id}/validation`];
      // A run that went on may have a better epoch than the one that was measured.
      const isOld = entry?.evaluation && entry.evaluation.epoch !== bestEpoch;
      if (!entry || entry.error || isOld) await measure(id, 'validation');
    },
    evaluateEpoch: (run, epoch) => measure(run, 'validation', epoch),
    openTestSplit: (run) => measure(run, 'test'),
    recall: async (run) => {
      const stored = await request('runs.evaluations', { run }).catch(() => []);
      const found = stored.map((evaluation) => [
        `${run}/${evaluation.split}`,
        { evaluation, error: null },
      ]);
      // What was measured meanwhile is newer.
      set(({ entries }) => ({ entries: { ...Object.fromEntries(found), ...entries } }));
    },
  };
});

/** Undefined before it was asked for; both fields null while it is measured. */
export const useEvaluation = (run: string, split: 'validation' | 'test') =>
  useEvaluations(({ entries }) => entries[`${run}/${split}`]);
