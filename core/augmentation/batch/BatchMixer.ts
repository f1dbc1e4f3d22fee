/**
 * Mixes the samples of a minibatch with one another, in place, when all of them are written.
 *
 * Each sample draws from its own address and not the minibatch's: from (seed, epoch, sample) come
 * whether it is mixed, how far behind it its partner stands, and how. Who that is, only the
 * minibatch tells. Partners are taken as they were before any mixing. Of several steps the first
 * that is on mixes the sample, so that one target more is enough for the loss.
 */
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { seedAt } from '../../random/randomAt.ts';
import { Xoshiro128 } from '../../random/Xoshiro128.ts';
import { type AugmentationStep, isOn } from '../AugmentationStep.ts';
import type { SampleAddress } from '../SampleAddress.ts';
import type { BatchAugmentation, DrawnMix } from './BatchAugmentation.ts';

export type BatchStep = AugmentationStep<BatchAugmentation>;

/** What one sample of a minibatch is mixed with. */
export interface DrawnPartner {
  readonly step: BatchStep;
  readonly drawn: DrawnMix;
  /** Place of the partner in the minibatch. */
  readonly partner: number;
}

export interface BatchMixer {
  /** For the sample at place `row` of a minibatch; null: it stays as it is. */
  draw(address: SampleAddress, row: number, batchSize: number): DrawnPartner | null;
  /**
   * Mixes the samples that stand behind each other from `offset`, as many as `drawn` has entries.
   */
  apply(drawn: readonly (DrawnPartner | null)[], inputs: Float32Array, offset: number): void;
}

export function createBatchMixer(steps: readonly BatchStep[], sampleShape: Shape): BatchMixer {
  const size = sizeOf(sampleShape);
  const random = new Xoshiro128([1, 0, 0, 0]);
  let before = new Float32Array(0);
  return {
    draw(address, row, batchSize) {
      // Alone in its minibatch, a sample has nobody to be mixed with.
      if (batchSize < 2) return null;
      for (const step of steps) {
        seedAt(random, { ...address, stream: 'augment', part: step.part });
        if (!isOn(step, random)) continue;
        const partner = (row + 1 + random.nextBelow(batchSize - 1)) % batchSize;
        return { step, partner, drawn: step.definition.draw(random, step.options, sampleShape) };
      }
      return null;
    },
    apply(drawn, inputs, offset) {
      const length = drawn.length * size;
      if (before.length < length) before = new Float32Array(length);
      before.set(inputs.subarray(offset, offset + length));
      for (const [row, mix] of drawn.entries()) {
        if (!mix) continue;
        const start = offset + row * size;
        const sample = inputs.subarray(start, start + size);
        const partner = before.subarray(mix.partner * size, (mix.partner + 1) * size);
        mix.step.definition.apply(sample, partner, mix.drawn, sampleShape);
      }
    },
  };
}
