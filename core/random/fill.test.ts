import { describe, expect, it } from 'vitest';
import { fillBernoulli, fillUniform } from './fill.ts';
import { randomAt } from './randomAt.ts';

const random = (index = 0) => randomAt({ seed: 8, stream: 'dropout', index });
const mean = (values: Float32Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe('fillBernoulli', () => {
  it.each([0.1, 0.5, 0.8])('writes the value with probability %d', (keep) => {
    const out = new Float32Array(100_000);
    fillBernoulli(random(), out, keep, 2);
    const deviation = Math.sqrt((keep * (1 - keep)) / out.length);
    expect(Math.abs(mean(out) / 2 - keep)).toBeLessThan(4 * deviation);
    expect(new Set(out)).toEqual(new Set([0, 2]));
  });

  it('is exact at 0 and at 1', () => {
    const out = new Float32Array(10_000);
    fillBernoulli(random(), out, 1, 3);
    expect(new Set(out)).toEqual(new Set([3]));
    fillBernoulli(random(), out, 0, 3);
    expect(new Set(out)).toEqual(new Set([0]));
  });

  it('draws the words that the generator would have drawn, and moves it on', () => {
    const [filling, counting] = [random(), random()];
    const out = new Float32Array(500);
    fillBernoulli(filling, out, 0.25, 1);
    expect([...out]).toEqual([...out].map(() => (counting.nextUint32() < 2 ** 30 ? 1 : 0)));
    expect(filling.nextUint32()).toBe(counting.nextUint32());
  });

  it('fills part after part as it fills the whole, and nothing outside', () => {
    const [whole, parts] = [new Float32Array(100), new Float32Array(100).fill(9)];
    fillBernoulli(random(), whole, 0.5, 1);
    const source = random();
    fillBernoulli(source, parts, 0.5, 1, 0, 40);
    expect(parts.subarray(40)).toEqual(new Float32Array(60).fill(9));
    fillBernoulli(source, parts, 0.5, 1, 40);
    expect(parts).toEqual(whole);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses keep %d', (keep) => {
    expect(() => fillBernoulli(random(), new Float32Array(1), keep, 1)).toThrow(
      `fillBernoulli keep must be in [0, 1]. Received ${keep}.`,
    );
  });
});

describe('fillUniform', () => {
  it('stays in its bounds and around their middle', () => {
    const out = new Float32Array(50_000);
    fillUniform(random(), out, -3, 1);
    expect(out.every((x) => x >= -3 && x <= 1)).toBe(true);
    expect(Math.abs(mean(out) + 1)).toBeLessThan(0.03);
  });
});
