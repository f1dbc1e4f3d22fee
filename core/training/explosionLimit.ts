import type { Dataset } from '../data/Dataset.ts';

/** A loss so many times that of a model that knows nothing is no noise any more. */
export const EXPLOSION_FACTOR = 10_000;

/**
 * The loss from which on a training counts as diverged, though its numbers are still finite.
 *
 * Measured by a model that ignores its input: for K classes ln K nats, for numbers the mean square
 * of the training targets, each at least 1. It depends on the data alone, so a resumed run has the
 * same limit.
 */
export function explosionLimit(
  dataset: Pick<Dataset, 'target' | 'targets'>,
  train: Int32Array,
): number {
  const { target, targets } = dataset;
  if (target.kind === 'class')
    return EXPLOSION_FACTOR * Math.max(1, Math.log(target.labels.length));
  let squares = 0;
  for (const index of train) squares += targets[index] ** 2;
  return EXPLOSION_FACTOR * Math.max(1, squares / train.length);
}
