import type { SplitCounts } from '../contract/RunRecord.ts';
import type { Dataset } from './Dataset.ts';

/** Samples of each given part; null where nothing is given. */
export function givenCounts({ givenSplits }: Pick<Dataset, 'givenSplits'>): SplitCounts | null {
  if (!givenSplits) return null;
  const counts = [0, 0, 0];
  for (const split of givenSplits) counts[split] += 1;
  return { train: counts[0], validation: counts[1], test: counts[2] };
}
