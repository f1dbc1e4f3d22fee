import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitPlanes } from './fitPlanes.ts';
import { resizePlanes } from './resizePlanes.ts';

const fits = ['stretch', 'crop', 'pad'] as const;
const wide = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const from = { height: 2, width: 4 };

test('crop keeps the centre, pad the whole, stretch both and the shape not', () => {
  const square = { height: 2, width: 2 };
  expect([...fitPlanes(wide, from, square, 'crop')]).toEqual([2, 3, 6, 7]);
  expect([...fitPlanes(wide, from, { height: 4, width: 4 }, 'pad')]).toEqual([
    ...[0, 0, 0, 0],
    ...wide,
    ...[0, 0, 0, 0],
  ]);
  const stretched = fitPlanes(wide, from, square, 'stretch');
  expect([...stretched]).toEqual([...resizePlanes(wide, from, square)]);
});

test('every channel is fitted alike', () => {
  const two = Uint8Array.from([...wide, ...wide.map((value) => value + 100)]);
  expect([...fitPlanes(two, from, { height: 2, width: 2 }, 'crop')]).toEqual([
    ...[2, 3, 6, 7],
    ...[102, 103, 106, 107],
  ]);
});

test('whatever the sizes: as many pixels as asked for, and one colour stays but beside it', () => {
  const side = fc.integer({ min: 1, max: 30 });
  const size = fc.record({ height: side, width: side });
  fc.assert(
    fc.property(size, size, fc.constantFrom(...fits), (given, to, fit) => {
      const planes = new Uint8Array(3 * given.height * given.width).fill(200);
      const fitted = fitPlanes(planes, given, to, fit);
      expect(fitted).toHaveLength(3 * to.height * to.width);
      const colors = new Set(fitted);
      expect(colors.delete(200)).toBe(true);
      expect([...colors]).toEqual(fit === 'pad' && colors.size > 0 ? [0] : []);
    }),
  );
});

test('a picture of the same proportions is the same in every fit', () => {
  const to = { height: 1, width: 2 };
  const [first, ...others] = fits.map((fit) => [...fitPlanes(wide, from, to, fit)]);
  for (const other of others) expect(other).toEqual(first);
});
