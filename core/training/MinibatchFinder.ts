/** Which minibatch a sample is trained in. */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { epochOrder } from '../data/epochOrder.ts';

export interface MinibatchPlace {
  /** Dataset indices of all its samples. */
  readonly batch: Int32Array;
  /** Where the sample stands in it. */
  readonly row: number;
}

/** Null for a sample that is not trained on in that epoch. */
export type MinibatchFinder = (index: number, epoch: number) => MinibatchPlace | null;

/** Remembers the order of the last epoch that was asked for. */
export function createMinibatchFinder(
  { seed, training }: ExperimentSpec,
  train: Int32Array,
): MinibatchFinder {
  const { batchSize, dropLast } = training;
  let known: { readonly epoch: number; readonly order: Int32Array } | null = null;
  return (index, epoch) => {
    if (known?.epoch !== epoch) known = { epoch, order: epochOrder(train, seed, epoch) };
    const at = known.order.indexOf(index);
    if (at < 0) return null;
    const first = at - (at % batchSize);
    const batch = known.order.subarray(first, first + batchSize);
    if (dropLast && batch.length < batchSize) return null;
    return { batch, row: at - first };
  };
}
