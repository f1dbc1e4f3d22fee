import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../graph/Tensor.ts';
import { axesIndex, flatIndex, isDivisible } from './ElementIndex.ts';
import type { ShaderDialect } from './ShaderDialect.ts';
import { dialect as webgl2 } from './webgl2/dialect.ts';
import { dialect as webgpu } from './webgpu/dialect.ts';

/** Texts that JavaScript itself can compute. */
const plain: ShaderDialect = {
  ...webgpu,
  quotient: (dividend, divisor) => `Math.floor(${dividend} / ${divisor})`,
};

const computed = (text: string, flat = 0): number => new Function('i', `return ${text};`)(flat);

describe('an index from places along axes', () => {
  it.each([
    [[2, 3, 4], ['a', 'b', 'c'], '(a * 12 + b * 4 + c)'],
    [[2, 3, 4], ['a', '0', 'c'], '(a * 12 + c)'],
    [[5, 1, 4], ['a', 'b', 'c'], '(a * 4 + c)'],
    [[7], ['a'], 'a'],
    [[1, 1], ['a', 'b'], '0'],
    [[], [], '0'],
  ])('of %j is flat without what adds nothing', (shape, axes, flat) => {
    expect(axesIndex(shape, axes).flat()).toBe(flat);
    expect(axesIndex(shape, axes).axes()).toBe(axes);
  });
});

describe('an index from a flat place', () => {
  it.each([[[2, 3, 4]], [[4, 1, 3]], [[1, 6]], [[6]], [[2, 2, 2, 2, 2]]])(
    'of %j tells the places that it was made of',
    (shape) => {
      const axes = flatIndex(shape, 'i', plain).axes();
      for (let flat = 0; flat < sizeOf(shape); flat++) {
        const places = axes.map((axis) => computed(axis, flat));
        expect(computed(axesIndex(shape, places.map(String)).flat())).toBe(flat);
        expect(places.every((place, axis) => place < shape[axis]!)).toBe(true);
      }
    },
  );

  it('needs no division where one axis holds all', () => {
    expect(flatIndex([1, 9, 1], 'i', plain).axes()).toEqual(['0', 'i', '0']);
    expect(flatIndex([1, 9_000_000], 'i', webgpu).axes()).toEqual(['0', 'i']);
  });

  it('is refused by name where a float would divide wrongly', () => {
    const shape = [2, 1_000_000];
    expect(isDivisible(shape, webgpu)).toBe(false);
    expect(() => flatIndex(shape, 'i', webgpu).axes()).toThrow(
      'A tensor of 2000000 elements is too large for the index arithmetic of the GPU.',
    );
    expect(isDivisible(shape, webgl2)).toBe(true);
    expect(flatIndex(shape, 'i', webgl2).axes()[0]).toBe('quotientOf(i, 1000000)');
  });
});

it('a quotient in float32 is exact up to the largest dividend', () => {
  const { largestDividend } = webgpu;
  for (const divisor of [2, 3, 7, 10, 127, 1000, 799_999]) {
    const most = Math.floor(largestDividend / divisor);
    for (const whole of [1, 2, Math.floor(most / 2), 2 ** Math.floor(Math.log2(most)), most]) {
      for (const dividend of [whole * divisor - 1, whole * divisor]) {
        const quotient = (dividend + 0.5) / divisor;
        // WGSL may be 2.5 units in the last place off.
        const off = 2.5 * 2 ** (Math.floor(Math.log2(quotient)) - 23);
        expect(Math.floor(quotient - off)).toBe(Math.floor(dividend / divisor));
        expect(Math.floor(quotient + off)).toBe(Math.floor(dividend / divisor));
      }
    }
  }
});
