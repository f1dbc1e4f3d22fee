/** How the samples of an experiment are divided: in all, by class, and what seals the test split. */
import { z } from 'zod';
import { Sha256 } from './primitives.ts';
import { SplitCounts } from './RunRecord.ts';

export const SplitTable = z.strictObject({
  counts: SplitCounts,
  /** In the order of the dataset's labels; empty where the target is a number. */
  classes: z.array(
    z.strictObject({
      label: z.string(),
      train: z.number().int().nonnegative(),
      validation: z.number().int().nonnegative(),
      test: z.number().int().nonnegative(),
    }),
  ),
  /** As a run of it would be sealed, see RunRecord; null without a test split. */
  sealHash: Sha256.nullable(),
});
export type SplitTable = z.infer<typeof SplitTable>;
