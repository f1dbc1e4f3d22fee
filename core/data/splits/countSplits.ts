import type { SplitCounts } from '../../contract/RunRecord.ts';
import type { Dataset } from '../Dataset.ts';
import { includedSamples } from '../edits/includedSamples.ts';
import type { Splits } from './Splits.ts';

/** Samples that are in no split, though not excluded, were dropped. */
export function countSplits({ train, validation, test }: Splits, dataset: Dataset): SplitCounts {
  const counts = { train: train.length, validation: validation.length, test: test.length };
  const dropped = includedSamples(dataset) - train.length - validation.length - test.length;
  return dropped > 0 ? { ...counts, dropped } : counts;
}
