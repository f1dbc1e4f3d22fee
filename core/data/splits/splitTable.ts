import type { SplitTable } from '../../contract/SplitTable.ts';
import type { Dataset } from '../Dataset.ts';
import { sealHash } from '../sealHash.ts';
import { countSplits } from './countSplits.ts';
import type { Splits } from './Splits.ts';

/** Counts each part by class; reads the whole test split for its seal. */
export function splitTable(dataset: Dataset, splits: Splits): SplitTable {
  const { target } = dataset;
  const labels = target.kind === 'class' ? target.labels : [];
  const of = (part: Int32Array) => countClasses(dataset, part, labels.length);
  const train = of(splits.train);
  const validation = of(splits.validation);
  const test = of(splits.test);
  return {
    counts: countSplits(splits, dataset),
    classes: labels.map((label, at) => ({
      ...{ label, train: train[at], validation: validation[at], test: test[at] },
    })),
    sealHash: sealHash(dataset, splits.test),
  };
}

function countClasses({ targets }: Dataset, part: Int32Array, labels: number): Int32Array {
  const counts = new Int32Array(labels);
  if (labels > 0) for (const index of part) counts[targets[index]] += 1;
  return counts;
}
