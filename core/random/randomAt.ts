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
 * Two hashes fill the 128 bits, with keys (seed, 16·part + 2·stream) and (seed, 16·part + 2·stream +
 * 1) over the counter (epoch, index). Throws RangeError for a number that is not an unsigned 32-bit
 * integer, or a part of more than 28 bits.
 */
export function randomAt(address: RandomAddress): Xoshiro128 {
  const random = new Xoshiro128([1, 0, 0, 0]);
  seedAt(random, address);
  return random;
}

/** Sets a generator to an address: `randomAt` without a new object, for inner loops. */
export function seedAt(
  random: Xoshiro128,
  { seed, stream, epoch = 0, index = 0, part = 0 }: RandomAddress,
): void {
  requireWord('seed', seed, 2 ** 32);
  requireWord('epoch', epoch, 2 ** 32);
  requireWord('index', index, 2 ** 32);
  requireWord('part', part, 2 ** 28);
  const number = part * 16 + 2 * streamNumbers[stream];
  const counter = [epoch, index] as const;
  const [s0, s1] = threefry([seed, number], counter);
  const [s2, s3] = threefry([seed, number + 1], counter);
  random.seed(s0, s1, s2, s3);
}

function requireWord(name: string, value: number, end: number): void {
  if (Number.isInteger(value) && value >= 0 && value < end) return;
  const bits = Math.log2(end);
  throw new RangeError(`Random ${name} must be an integer in [0, 2^${bits}). Received ${value}.`);
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
