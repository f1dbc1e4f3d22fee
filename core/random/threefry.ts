/**
 * Threefry-2x32 with 20 rounds: a hash from a key and a counter, two words each, to two words.
 *
 * For a fixed key it permutes the counters, so different addresses never meet. Source: Salmon,
 * Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; rotations and
 * parity constant from Random123.
 */
const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const parity = 0x1bd11bda;
const rounds = 20;

export type WordPair = readonly [number, number];

/** All words are unsigned 32-bit. */
export function threefry(key: WordPair, counter: WordPair): [number, number] {
  const keys = [key[0], key[1], parity ^ key[0] ^ key[1]];
  let x0 = (counter[0] + keys[0]) | 0;
  let x1 = (counter[1] + keys[1]) | 0;
  for (let round = 0; round < rounds; round++) {
    const rotation = rotations[round % rotations.length];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << rotation) | (x1 >>> (32 - rotation))) ^ x0;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x0 = (x0 + keys[injection % 3]) | 0;
      x1 = (x1 + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x0 >>> 0, x1 >>> 0];
}
