import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochOrder } from './epochOrder.ts';
import { iterationsPerEpoch } from './iterationsPerEpoch.ts';

const train = Int32Array.from({ length: 50 }, (_, i) => 3 * i + 1);

describe('epochOrder', () => {
  it('visits every training sample exactly once', () => {
    const seed = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 10_000 }), (chosen, epoch) => {
        expect(epochOrder(train, chosen, epoch).sort()).toEqual(train);
      }),
    );
  });

  it('is the same for the same address, whatever was asked before, and new in every epoch', () => {
    const first = epochOrder(train, 7, 3);
    epochOrder(train, 7, 9);
    expect(epochOrder(train, 7, 3)).toEqual(first);
    expect(epochOrder(train, 7, 4)).not.toEqual(first);
    expect(epochOrder(train, 8, 3)).not.toEqual(first);
  });

  it('leaves other samples over in other epochs, so that dropLast starves none of them', () => {
    const batchSize = 8;
    const used = iterationsPerEpoch(train.length, batchSize, true) * batchSize;
    const leftOver = (epoch: number) => epochOrder(train, 0, epoch).slice(used);
    expect(leftOver(1)).toHaveLength(2);
    expect(leftOver(1)).not.toEqual(leftOver(2));
    const seen = new Set(
      Array.from({ length: 5 }, (_, i) => [...epochOrder(train, 0, i + 1).slice(0, used)]).flat(),
    );
    expect(seen.size).toBe(train.length);
  });
});

describe('iterationsPerEpoch', () => {
  it.each([
    [1000, 32, true, 31],
    [1000, 32, false, 32],
    [1000, 100, true, 10],
    [1000, 100, false, 10],
    [10, 32, true, 0],
    [10, 32, false, 1],
  ])('of %i samples in minibatches of %i, dropLast %s, is %i', (samples, size, drop, expected) => {
    expect(iterationsPerEpoch(samples, size, drop)).toBe(expected);
  });
});
