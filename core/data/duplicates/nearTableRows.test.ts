import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomAt } from '../../random/randomAt.ts';
import { nearTableRows } from './nearTableRows.ts';

test('rows within a hundredth of the deviation are near, in every column at once', () => {
  const rows = [
    [0, 10, 0],
    [1, 20, 1],
    [1.001, 20.01, 1],
    [1.001, 20.01, 0],
    [2, 30, 1],
    [1.001, 25, 1],
  ];
  const values = Float32Array.from(rows.flat());
  const isCategory = [false, false, true];
  expect(nearTableRows({ samples: rows.length, values, isCategory })).toEqual({
    pairs: [[1, 2]],
    crowded: 0,
  });
});

test('a missing value is near to another missing one alone', () => {
  const values = Float32Array.of(1, Number.NaN, 1, Number.NaN, 1, 0, 3, 1, 5, 2);
  const found = nearTableRows({ samples: 5, values, isCategory: [false, false] });
  expect(found.pairs).toEqual([[0, 1]]);
});

test('all planted pairs are found among others, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 2, max: 8 }),
      (seed, width) => {
        const random = randomAt({ seed, stream: 'augment' });
        const samples = 200;
        const values = Float32Array.from({ length: samples * width }, () => random.nextNormal());
        const planted: [number, number][] = [];
        for (let pair = 0; pair < 10; pair++) {
          for (let column = 0; column < width; column++) {
            const noise = 0.002 * (random.nextFloat() - 0.5);
            values[(100 + pair) * width + column] = (values[pair * width + column] ?? 0) + noise;
          }
          planted.push([pair, 100 + pair]);
        }
        const isCategory = Array.from({ length: width }, () => false);
        const { pairs } = nearTableRows({ samples, values, isCategory });
        expect(pairs).toEqual(expect.arrayContaining(planted));
        expect(pairs.length).toBeLessThan(planted.length + (width < 4 ? 60 : 4));
      },
    ),
    { numRuns: 20 },
  );
});

test('more rows in reach than are looked at are counted', () => {
  const samples = 1000;
  const found = nearTableRows({ samples, values: new Float32Array(samples), isCategory: [false] });
  expect(found.crowded).toBeGreaterThan(0);
});
