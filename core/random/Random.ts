/**
 * Randomness with an address: `randomAt({ seed, stream, epoch, index })` gives a generator that
 * depends on nothing else.
 *
 * So no result depends on the order of calls, on threads, or on whether a preview was opened, and
 * resuming at epoch 7 needs no replay. The address is hashed by Threefry-2x32-20 (Salmon et al.,
 * "Parallel random numbers: as easy as 1, 2, 3", 2011) into the state of xoshiro128** (Blackman and
 * Vigna, 2018), which then draws at a nanosecond a word.
 */

export type RandomStream = 'init' | 'split' | 'shuffle' | 'dropout' | 'augment';

export interface RandomAddress {
  /** Unsigned 32-bit. */
  readonly seed: number;
  readonly stream: RandomStream;
  /** 0 where there is none. */
  readonly epoch?: number;
  /** Iteration, sample or parameter number; 0 where there is none. */
  readonly index?: number;
  /** Parts of one sample that draw apart from each other; below 2²⁸, 0 where there is none. */
  readonly part?: number;
}

export interface Random {
  /** Uniform over the unsigned 32-bit integers. */
  nextUint32(): number;
  /** Uniform in [0, 1), 53 bits. */
  nextFloat(): number;
  /** Uniform over 0 .. bound - 1, without modulo bias. */
  nextBelow(bound: number): number;
  /** Standard normal, by Box and Muller. */
  nextNormal(): number;
}
