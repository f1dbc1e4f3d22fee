/**
 * Where an element stands, as text of a kernel: in the flat, row-major array, or along each axis.
 *
 * Each form is made from the other when it is asked for. All of it is integer arithmetic, which is
 * why it is written in place and never put in a variable: GPU.js keeps variables as floats, which
 * count exactly only to 2²⁴.
 */

import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { stridesOf } from '../reference/indexMap.ts';

export interface ElementIndex {
  flat(): string;
  axes(): readonly string[];
}

/**
 * ⌊dividend / divisor⌋ as text. GPU.js divides in float, so half is added, which keeps the quotient
 * clear of the integers as long as the dividend stays below EXACT_QUOTIENTS.
 */
export type Quotient = (dividend: string, divisor: number) => string;

/** WGSL divides within 2.5 units in the last place: up to here the quotient's integer is right. */
const EXACT_QUOTIENTS = 1_600_000;

/** Whether places along the axes can be told from a flat place. */
export const isDivisible = (shape: Shape): boolean => sizeOf(shape) <= EXACT_QUOTIENTS;

export function axesIndex(shape: Shape, axes: readonly string[]): ElementIndex {
  return { axes: () => axes, flat: () => flatOf(shape, axes) };
}

/** Throws a RangeError when asked for axes of a shape that is too large to divide exactly. */
export function flatIndex(shape: Shape, flat: string, quotient: Quotient): ElementIndex {
  return { flat: () => flat, axes: () => axesOf(shape, flat, quotient) };
}

function flatOf(shape: Shape, axes: readonly string[]): string {
  const strides = stridesOf(shape);
  const terms = axes.flatMap((axis, index) => {
    if (axis === '0' || shape[index] === 1) return [];
    return [strides[index] === 1 ? axis : `${axis} * ${strides[index]}`];
  });
  return terms.length === 0 ? '0' : terms.length === 1 ? terms[0] : `(${terms.join(' + ')})`;
}

function axesOf(shape: Shape, flat: string, quotient: Quotient): readonly string[] {
  const sizes = shape.filter((size) => size !== 1);
  if (sizes.length <= 1) return shape.map((size) => (size === 1 ? '0' : flat));
  if (!isDivisible(shape)) {
    throw new RangeError(
      `A tensor of ${sizeOf(shape)} elements is too large for the index arithmetic of the GPU.`,
    );
  }
  const axes: string[] = [];
  let rest = flat;
  for (const [axis, stride] of stridesOf(shape).entries()) {
    if (shape[axis] === 1) axes.push('0');
    else if (stride === 1) axes.push(rest);
    else {
      const place = quotient(rest, stride);
      axes.push(place);
      rest = `(${rest} - ${place} * ${stride})`;
    }
  }
  return axes;
}
