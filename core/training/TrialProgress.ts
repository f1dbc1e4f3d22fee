import type { LearningRatePoint } from '../contract/LearningRateRange.ts';

/** How far a trial has come: a short training that keeps nothing. */
export interface TrialProgress {
  /** From 1. */
  readonly iteration: number;
  /** It takes at most so many. */
  readonly iterations: number;
  /** Of the minibatch of this iteration. */
  readonly loss: number;
  /** Of a learning-rate range test, since it was told of last; else empty. */
  readonly points: readonly LearningRatePoint[];
}

/** Training goes on when it resolves. */
export type TellTrialProgress = (progress: TrialProgress) => Promise<void>;
