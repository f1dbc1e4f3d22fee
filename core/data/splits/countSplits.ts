import type { SplitCounts } from '../../contract/RunRecord.ts';
import type { Splits } from './Splits.ts';

/** Of a dataset with so many samples; those that are in no split were dropped. */
export function countSplits({ train, validation, test }: Splits, samples: number): SplitCounts {
  const counts = { train: train.length, validation: validation.length, test: test.length };
  const dropped = samples - train.length - validation.length - test.length;
  return dropped > 0 ? { ...counts, dropped } : counts;
}
