/**
 * From an address to its generator. Stream numbers are part of every result: append, never
 * renumber.
 */
import type { Random, RandomAddress, RandomStream } from './Random.ts';
import { threefry } from './threefry.ts';
import { Xoshiro128 } from './Xoshiro128.ts';

const streamNumbers = { init: 0, split: 1, shuffle: 2, dropout: 3, augment: 4 } satisfies Record<
  RandomStream,
  number
>;

/**
 * The generator of an address: equal addresses give equal draws, different ones independent draws.
 *
 * Two hashes fill the 128 bits, with keys (seed, 2·stream) and (seed, 2·stream + 1) over the
 * counter (epoch, index). Throws RangeError for a number that is not an unsigned 32-bit integer.
 */
export function randomAt({ seed, stream, epoch = 0, index = 0 }: RandomAddress): Xoshiro128 {
  for (const [name, value] of Object.entries({ seed, epoch, index })) {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
      throw new RangeError(`Random ${name} must be an integer in [0, 2^32). Received ${value}.`);
    }
  }
  const number = 2 * streamNumbers[stream];
  return new Xoshiro128([
    ...threefry([seed, number], [epoch, index]),
    ...threefry([seed, number + 1], [epoch, index]),
  ]);
}

/** 0 .. n - 1 in random order, every order equally likely: Fisher and Yates, from the end. */
export function permutation(random: Random, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, position) => position);
  for (let last = n - 1; last > 0; last--) {
    const chosen = random.nextBelow(last + 1);
    const value = order[last];
    order[last] = order[chosen];
    order[chosen] = value;
  }
  return order;
}
