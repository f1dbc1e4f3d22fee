/** Arrays of random numbers. */
import type { Random } from './Random.ts';
import type { Xoshiro128 } from './Xoshiro128.ts';

/** Uniform in [low, high); rounding to float32 may reach high itself. */
export function fillUniform(
  random: Random,
  out: Float32Array | Float64Array,
  low: number,
  high: number,
): void {
  for (let i = 0; i < out.length; i++) out[i] = low + (high - low) * random.nextFloat();
}

/**
 * out[from .. to - 1]: `value` with probability `keep`, else 0, independently, a 32-bit word each.
 *
 * So `keep` counts in steps of 2⁻³²; 0 and 1 are exact. This is a dropout mask for every minibatch,
 * so the generator runs inside the loop, and no branch does: one that goes wrong every fifth time
 * costs more than the word, and numbers move as their bits. Throws RangeError for a probability outside [0, 1].
 */
export function fillBernoulli(
  random: Xoshiro128,
  out: Float32Array,
  keep: number,
  value: number,
  from = 0,
  to = out.length,
): void {
  if (!(keep >= 0 && keep <= 1)) {
    throw new RangeError(`fillBernoulli keep must be in [0, 1]. Received ${keep}.`);
  }
  const threshold = Math.round(keep * 2 ** 32);
  // 2³² is no 32-bit word, and everything lies below it. The generator moves on all the same.
  const limit = threshold === 2 ** 32 ? -1 : threshold | 0;
  const certain = threshold === 2 ** 32 ? -1 : 0;
  const bits = new Int32Array(out.buffer, out.byteOffset, out.length);
  const valueBits = new Int32Array(Float32Array.of(value).buffer)[0];
  let [s0, s1, s2, s3] = random.state;
  for (let i = from; i < to; i++) {
    const product = Math.imul(s1, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    // The borrow of word − limit, in all bits: word < limit, both unsigned.
    const isBelow = ((~word & limit) | (~(word ^ limit) & (word - limit))) >> 31;
    bits[i] = (isBelow | certain) & valueBits;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  random.state.set([s0, s1, s2, s3]);
}
