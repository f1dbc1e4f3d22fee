/**
 * Whether a minibatch and the model fit into memory: the reason why not everyone trains on all
 * samples at once.
 */
import type { MemoryEstimate, Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';

/** The rest is for the system and the studio itself. */
const SHARE_FOR_TRAINING = 0.8;

/** Refuses what is estimated to need more than four fifths of `memory` bytes. */
export function checkMemory(
  { training }: ExperimentSpec,
  { total }: MemoryEstimate,
  memory: number,
): Problem[] {
  if (total <= memory * SHARE_FOR_TRAINING) return [];
  const samples = training.batchSize.toLocaleString('en-US');
  const message =
    `Minibatches of ${samples} samples need about ${gigabytes(total)} with this model. ` +
    `This computer has ${gigabytes(memory)}. Choose a smaller batch size or narrower layers.`;
  return [{ severity: 'error', where: 'training.batchSize', message }];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en-US', { maximumFractionDigits: 1 })} GB`;
}
