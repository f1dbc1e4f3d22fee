/**
 * Where a training goes on: behind an epoch that was finished and kept, or behind any iteration of
 * the epoch after it.
 *
 * Randomness has an address, and a schedule looks at nothing but the iteration's number, the
 * validation losses so far and the changes made; so this is all it takes to go on bit for bit,
 * without a replay.
 */
import type { LearningRateChange } from '../contract/LearningRateChange.ts';
import type { EpochSums } from './EpochSums.ts';
import type { Checkpoint } from './TrainingEvent.ts';

export interface ResumePoint {
  /** The last finished epoch, from 1; 0 where the first is not finished. */
  readonly epoch: number;
  /** Parameters, buffers and optimizer state behind the last iteration. */
  readonly checkpoint: Checkpoint;
  /** Of every finished epoch, the first one's first. */
  readonly validationLosses: readonly number[];
  /** What was trained of the epoch behind `epoch`; nothing when left out. */
  readonly unfinished?: EpochSums | undefined;
  /** By iteration; those still to come take effect when they are reached. */
  readonly learningRateChanges?: readonly LearningRateChange[] | undefined;
}
