/**
 * The two trials of the open experiment: the learning-rate range test and the check on one
 * minibatch. Each is in work, done or refused; the newest of its kind is kept until it is put away.
 */
import { create } from 'zustand';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type {
  LearningRatePoint,
  LearningRateRange,
} from '../../core/contract/LearningRateRange.ts';
import type { OneBatchCheck } from '../../core/contract/OneBatchCheck.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

export interface Trial<Result> {
  /** By which the service tells of it. */
  readonly name: string;
  readonly spec: ExperimentSpec;
  /** Null before its first iteration. */
  readonly progress: { readonly iteration: number; readonly iterations: number } | null;
  /** Of a range test, as far as it has come. */
  readonly points: readonly LearningRatePoint[];
  readonly result: Result | null;
  readonly error: StudioError | null;
}

interface Results {
  readonly rates: LearningRateRange;
  readonly oneBatch: OneBatchCheck;
}

export type TrialKind = keyof Results;

type Progress = Extract<StudioEvent, { event: 'trial.progress' }>;

type TrialsState = { readonly [Kind in TrialKind]: Trial<Results[Kind]> | null } & {
  start(kind: TrialKind, spec: ExperimentSpec): Promise<void>;
  /** Ends it when it is in work, and forgets it. */
  putAway(kind: TrialKind): void;
  progress(event: Progress): void;
};

const methods = {
  rates: 'experiments.learningRateRange',
  oneBatch: 'experiments.overfitOneBatch',
} as const;

const kinds: readonly TrialKind[] = ['rates', 'oneBatch'];
let count = 0;

export const useTrials = create<TrialsState>((set, get) => {
  const change = (name: string, changes: Partial<Trial<unknown>>) => {
    for (const kind of kinds) {
      const trial = get()[kind];
      if (trial?.name === name) set({ [kind]: { ...trial, ...changes } });
    }
  };
  return {
    rates: null,
    oneBatch: null,
    start: async (kind, spec) => {
      get().putAway(kind);
      count += 1;
      const name = `${kind.toLowerCase()}-${count}`;
      const begun = { name, spec, progress: null, points: [], result: null, error: null };
      set({ [kind]: begun });
      try {
        change(name, { result: await request(methods[kind], { spec, trial: name }) });
      } catch (error) {
        change(name, { error: toStudioError(error) });
      }
    },
    putAway: (kind) => {
      const trial = get()[kind];
      set({ [kind]: null });
      if (!trial || trial.result || trial.error) return;
      // One that has just ended needs no cancelling.
      request('experiments.cancelTrial', { trial: trial.name }).catch(() => undefined);
    },
    progress: ({ trial: name, iteration, iterations, points }) => {
      const known = get().rates?.name === name ? get().rates?.points : [];
      change(name, { progress: { iteration, iterations }, points: [...(known ?? []), ...points] });
    },
  };
});
