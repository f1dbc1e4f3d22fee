import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from './Dataset.ts';
import { describeSplits } from './splits/describeSplits.ts';
import { drawSplits, type SplitWish } from './splits/drawSplits.ts';
import type { Splits } from './splits/Splits.ts';

/**
 * The splits of an experiment. Throws StudioError `invalid-experiment` where one comes out empty,
 * and as drawSplits does.
 */
export function splitDataset(dataset: Dataset, wish: SplitWish): Splits {
  const splits = drawSplits(dataset, wish);
  const { problems } = describeSplits(dataset, wish, splits);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) throw new StudioError('invalid-experiment', error.message, { where: error.where });
  return splits;
}
