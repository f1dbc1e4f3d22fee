/**
 * Optimizer steps in a pass over N samples in minibatches of k: floor(N / k) when the samples left
 * over are dropped, ceil(N / k) when they make a smaller last minibatch.
 */
export function iterationsPerEpoch(samples: number, batchSize: number, dropLast: boolean): number {
  return dropLast ? Math.floor(samples / batchSize) : Math.ceil(samples / batchSize);
}
