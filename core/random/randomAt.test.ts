import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RandomAddress, RandomStream } from './Random.ts';
import { permutation, randomAt, seedAt } from './randomAt.ts';

const first = (address: RandomAddress) => {
  const random = randomAt(address);
  return Array.from({ length: 4 }, () => random.nextUint32());
};

const streams: readonly RandomStream[] = ['init', 'split', 'shuffle', 'dropout', 'augment'];

describe('randomAt', () => {
  it('draws the same for ever: results that people kept depend on it', () => {
    expect(first({ seed: 0, stream: 'init' })).toEqual([
      3757134592, 2285000647, 662683772, 179020089,
    ]);
    expect(first({ seed: 42, stream: 'dropout', epoch: 3, index: 17 })).toEqual([
      2307916777, 1656534462, 241817858, 1183941020,
    ]);
  });

  it('keeps the number of every stream', () => {
    expect(streams.map((stream) => first({ seed: 1, stream })[0])).toEqual([
      2868458689, 4259384645, 3693927819, 1050893593, 3197622078,
    ]);
  });

  it('depends on the address alone', () => {
    const address = { seed: 9, stream: 'shuffle', epoch: 2 } as const;
    const before = first(address);
    first({ seed: 9, stream: 'shuffle', epoch: 1 });
    expect(first(address)).toEqual(before);
    expect(first({ ...address, index: 0 })).toEqual(before);
  });

  it('gives 5,000 neighbouring addresses 5,000 different starts', () => {
    const starts = new Set<string>();
    for (const stream of streams) {
      for (let seed = 0; seed < 10; seed++) {
        for (let epoch = 0; epoch < 10; epoch++) {
          for (let index = 0; index < 10; index++) {
            starts.add(first({ seed, stream, epoch, index }).join());
          }
        }
      }
    }
    expect(starts.size).toBe(5000);
  });

  it('lets neighbours agree on half of their bits, as strangers do', () => {
    let agreeing = 0;
    for (let index = 0; index < 2000; index++) {
      const here = randomAt({ seed: 1, stream: 'augment', index }).nextUint32();
      const there = randomAt({ seed: 1, stream: 'augment', index: index + 1 }).nextUint32();
      for (let bit = 0; bit < 32; bit++) agreeing += ((here ^ there) >>> bit) & 1 ? 0 : 1;
    }
    // 64,000 coin tosses: five standard deviations are 0.0099.
    expect(Math.abs(agreeing / 64_000 - 0.5)).toBeLessThan(0.01);
  });

  it.each([
    [{ seed: -1 }, 'Random seed must be an integer in [0, 2^32). Received -1.'],
    [{ seed: 2 ** 32 }, 'Random seed must be an integer in [0, 2^32). Received 4294967296.'],
    [{ seed: 1, epoch: 0.5 }, 'Random epoch must be an integer in [0, 2^32). Received 0.5.'],
    [{ seed: 1, index: Number.NaN }, 'Random index must be an integer in [0, 2^32). Received NaN.'],
  ])('refuses %o', (address, message) => {
    expect(() => randomAt({ stream: 'init', ...address })).toThrow(message);
  });
});

describe('permutation', () => {
  it('holds every number once (seed 21)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(), (n, seed) => {
        const order = permutation(randomAt({ seed, stream: 'shuffle' }), n);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
      { seed: 21 },
    );
  });

  it('finds all 24 orders of four equally often', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 24_000; index++) {
      const order = permutation(randomAt({ seed: 4, stream: 'shuffle', index }), 4).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    // 23 degrees of freedom: the 99.99 % quantile is 56.
    expect(chiSquare).toBeLessThan(56);
  });
});

describe('parts of an address', () => {
  it('are apart from each other and from other streams', () => {
    const starts = new Set<string>();
    for (const stream of streams) {
      for (let part = 0; part < 200; part++) starts.add(first({ seed: 3, stream, part }).join());
    }
    expect(starts.size).toBe(1000);
    expect(first({ seed: 3, stream: 'augment', part: 0 })).toEqual(
      first({ seed: 3, stream: 'augment' }),
    );
  });

  it('have 28 bits', () => {
    expect(() => randomAt({ seed: 0, stream: 'augment', part: 2 ** 28 })).toThrow(
      'Random part must be an integer in [0, 2^28). Received 268435456.',
    );
  });
});

describe('seedAt', () => {
  it('forgets all that a generator has drawn', () => {
    const address = { seed: 5, stream: 'augment', index: 3 } as const;
    const random = randomAt({ seed: 8, stream: 'augment' });
    random.nextNormal();
    seedAt(random, address);
    const fresh = randomAt(address);
    const draws = [random, fresh].map((one) => [one.nextNormal(), one.nextUint32()]);
    expect(draws[0]).toEqual(draws[1]);
  });
});
