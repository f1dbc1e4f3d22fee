/**
 * Where an element stands, as text of a kernel: in the flat, row-major array, or along each axis.
 *
 * Each form is made from the other when it is asked for. All of it is integer arithmetic, which is
 * why it is written in place and never put in a variable: GPU.js keeps variables as floats, which
 * count exactly only to 2²⁴.
 */

import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { stridesOf } from '../reference/indexMap.ts';
import type { ShaderDialect } from './ShaderDialect.ts';

export interface ElementIndex {
  flat(): string;
  axes(): readonly string[];
}

/** Whether places along the axes can be told from a flat place. */
export const isDivisible = (shape: Shape, { largestDividend }: ShaderDialect): boolean =>
  sizeOf(shape) <= largestDividend;

export function axesIndex(shape: Shape, axes: readonly string[]): ElementIndex {
  return { axes: () => axes, flat: () => flatOf(shape, axes) };
}

/** Throws a RangeError when asked for axes of a shape that is too large to divide exactly. */
export function flatIndex(shape: Shape, flat: string, dialect: ShaderDialect): ElementIndex {
  return { flat: () => flat, axes: () => axesOf(shape, flat, dialect) };
}

function flatOf(shape: Shape, axes: readonly string[]): string {
  const strides = stridesOf(shape);
  const terms = axes.flatMap((axis, index) => {
    if (axis === '0' || shape[index] === 1) return [];
    return [strides[index] === 1 ? axis : `${axis} * ${strides[index]}`];
  });
  return terms.length === 0 ? '0' : terms.length === 1 ? terms[0] : `(${terms.join(' + ')})`;
}

function axesOf(shape: Shape, flat: string, dialect: ShaderDialect): readonly string[] {
  const sizes = shape.filter((size) => size !== 1);
  if (sizes.length <= 1) return shape.map((size) => (size === 1 ? '0' : flat));
  if (!isDivisible(shape, dialect)) {
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
      const place = dialect.quotient(rest, stride);
      axes.push(place);
      rest = `(${rest} - ${place} * ${stride})`;
    }
  }
  return axes;
}
