import { describe, expect, it } from 'vitest';
import { Xoshiro128 } from './Xoshiro128.ts';

/** xoshiro128starstar.c once more, in 64-bit integers masked to 32 bits. */
function* original(words: readonly number[]): Generator<number> {
  const s = words.map(BigInt);
  const mask = 0xffffffffn;
  const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  while (true) {
    yield Number((rotl((s[1] * 5n) & mask, 7n) * 9n) & mask);
    const t = (s[1] << 9n) & mask;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 11n);
  }
}

const random = () => new Xoshiro128([0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef]);

function moments(draw: () => number, count: number): { mean: number; variance: number } {
  const values = Array.from({ length: count }, draw);
  const mean = values.reduce((a, b) => a + b) / count;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count };
}

describe('Xoshiro128', () => {
  it('starts from 1, 2, 3, 4 as published', () => {
    const first = new Xoshiro128([1, 2, 3, 4]);
    expect([first.nextUint32(), first.nextUint32(), first.nextUint32()]).toEqual([
      11520, 0, 5927040,
    ]);
  });

  it('draws the words of the original for 1,000 draws', () => {
    const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
    const [ours, theirs] = [random(), original(words)];
    for (let i = 0; i < 1000; i++) expect(ours.nextUint32()).toBe(theirs.next().value);
  });

  it('refuses the state that would stay 0 for ever', () => {
    expect(() => new Xoshiro128([0, 0, 0, 0])).toThrow('Received 0, 0, 0, 0.');
  });

  it('spreads nextFloat evenly over [0, 1)', () => {
    const source = random();
    const bins = new Float64Array(64);
    for (let i = 0; i < 64_000; i++) bins[Math.floor(source.nextFloat() * 64)] += 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 63 degrees of freedom: between the 0.01 % and the 99.99 % quantile.
    expect(chiSquare).toBeGreaterThan(28);
    expect(chiSquare).toBeLessThan(116);
  });

  it('gives nextBelow no bias, at bounds that do not divide 2^32', () => {
    const source = random();
    const bins = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) bins[source.nextBelow(7)] += 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(28);
    // Without rejection the lower half would come up two times in three.
    const bound = 3 * 2 ** 30;
    const isLow = () => (source.nextBelow(bound) < bound / 2 ? 1 : 0);
    expect(Math.abs(moments(isLow, 40_000).mean - 0.5)).toBeLessThan(0.01);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('refuses nextBelow(%d)', (bound) => {
    expect(() => random().nextBelow(bound)).toThrow(
      `nextBelow bound must be an integer in [1, 2^32]. Received ${bound}.`,
    );
  });

  it('draws normals of mean 0, variance 1 and the right tails', () => {
    const source = random();
    const { mean, variance } = moments(() => source.nextNormal(), 100_000);
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    const outside = moments(() => (Math.abs(source.nextNormal()) > 1.96 ? 1 : 0), 100_000);
    expect(Math.abs(outside.mean - 0.05)).toBeLessThan(0.003);
  });
});
