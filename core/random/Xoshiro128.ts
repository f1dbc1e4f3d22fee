/**
 * xoshiro128**: 128 bits of state, a few shifts a word, period 2¹²⁸ - 1.
 *
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018. The state is
 * open to fill.ts, which draws in a loop of its own: a call a word would cost more than the word.
 */
import type { Random } from './Random.ts';

export class Xoshiro128 implements Random {
  /** Four words, not all zero. */
  readonly state = new Int32Array(4);
  #spareNormal: number | null = null;

  constructor(words: readonly [number, number, number, number]) {
    this.seed(...words);
  }

  /** Starts anew. Throws RangeError for four zeros, from which nothing ever comes. */
  seed(s0: number, s1: number, s2: number, s3: number): void {
    if (s0 === 0 && s1 === 0 && s2 === 0 && s3 === 0) {
      throw new RangeError('Xoshiro128 needs a state that is not all zero. Received 0, 0, 0, 0.');
    }
    const { state } = this;
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    this.#spareNormal = null;
  }

  nextUint32(): number {
    const { state } = this;
    const [s0, s1] = state;
    const scrambled = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    state[2] ^= s0;
    state[3] ^= s1;
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= s1 << 9;
    state[3] = rotateLeft(state[3], 11);
    return scrambled;
  }

  nextFloat(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** Words above the last full multiple of the bound are drawn again. */
  nextBelow(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new RangeError(`nextBelow bound must be an integer in [1, 2^32]. Received ${bound}.`);
    }
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let word = this.nextUint32();
    while (word >= limit) word = this.nextUint32();
    return word % bound;
  }

  /** Two uniforms give two normals; the second waits for the next call. */
  nextNormal(): number {
    const spare = this.#spareNormal;
    this.#spareNormal = null;
    if (spare !== null) return spare;
    const radius = Math.sqrt(-2 * Math.log(1 - this.nextFloat()));
    const angle = 2 * Math.PI * this.nextFloat();
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
