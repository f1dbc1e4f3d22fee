/** The weights of a run that the store keeps, and what they take on the disk. */
import { z } from 'zod';
import { SplitMetrics } from './RunRecord.ts';

/** The weights after a finished epoch; `runs.evaluate`, `runs.export` ... take its number. */
export const RunCheckpoint = z.strictObject({
  epoch: z.number().int().positive(),
  validation: SplitMetrics,
  bytes: z.number().int().nonnegative(),
  /** Of the epoch of lowest validation loss: used where no epoch is named. */
  isBest: z.boolean(),
  /** Of the last finished epoch. */
  isLast: z.boolean(),
});
export type RunCheckpoint = z.infer<typeof RunCheckpoint>;

export const RunCheckpoints = z.strictObject({
  /** By epoch. */
  checkpoints: z.array(RunCheckpoint),
  /** Of all of them, and of the state inside an unfinished epoch where one is kept. */
  bytes: z.number().int().nonnegative(),
});
export type RunCheckpoints = z.infer<typeof RunCheckpoints>;
