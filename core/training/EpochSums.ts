/**
 * What an epoch's metrics are the means of, so far.
 *
 * Kept beside the state when training halts inside an epoch. Losses are added in the order of the
 * iterations, whatever the chunks were, so that an interrupted epoch has the same sum.
 */
import type { SplitMetrics } from '../contract/RunRecord.ts';

export interface EpochSums {
  /** Iterations of this epoch. */
  readonly iterations: number;
  readonly samples: number;
  /** Of the data loss over samples. */
  readonly loss: number;
  /** Correctly classified samples; 0 for regression. */
  readonly correct: number;
  /** Trained so far, pauses left out. */
  readonly seconds: number;
}

export const noSums: EpochSums = { iterations: 0, samples: 0, loss: 0, correct: 0, seconds: 0 };

export interface ChunkSums {
  /** Of each iteration's minibatch, in order. */
  readonly points: readonly { readonly loss: number }[];
  readonly samples: number;
  readonly correct: number;
}

export function addChunk(sums: EpochSums, { points, samples, correct }: ChunkSums): EpochSums {
  const batchSize = samples / points.length;
  let loss = sums.loss;
  for (const point of points) loss += point.loss * batchSize;
  return {
    ...sums,
    iterations: sums.iterations + points.length,
    samples: sums.samples + samples,
    loss,
    correct: sums.correct + correct,
  };
}

export function meansOf(sums: EpochSums, target: 'class' | 'number'): SplitMetrics {
  const { loss, correct, samples } = sums;
  return { loss: loss / samples, accuracy: target === 'class' ? correct / samples : null };
}
