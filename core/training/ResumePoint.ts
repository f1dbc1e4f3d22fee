/**
 * Where a training goes on: behind an epoch that was finished and kept.
 *
 * Randomness has an address, and a schedule looks at nothing but the iteration's number and the
 * validation losses so far; so this is all it takes to go on bit for bit, without a replay.
 */
import type { Checkpoint } from './TrainingEvent.ts';

export interface ResumePoint {
  /** The last finished epoch, from 1. */
  readonly epoch: number;
  /** As that epoch told it: parameters, buffers and optimizer state. */
  readonly checkpoint: Checkpoint;
  /** Of every finished epoch, the first one's first. */
  readonly validationLosses: readonly number[];
}
