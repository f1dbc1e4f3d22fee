/**
 * Kernels that compute each element from the elements at its place.
 *
 * JavaScript calculates in float64; storing rounds to the executor's precision. NaN goes in, NaN
 * comes out.
 */
import { type BinaryKind, shapesEqual, sizeOf, type UnaryKind } from '../../graph/Tensor.ts';
import { erf } from './erf.ts';
import { broadcastMap } from './indexMap.ts';
import type { Buffer, Kernel } from './Kernel.ts';

function unary(f: (x: number) => number): Kernel<UnaryKind> {
  return (_, { data: y }, [{ data: x }]) =>
    () => {
      for (let i = 0; i < y.length; i++) y[i] = f(x[i]);
    };
}

/** Equal shapes and scalars are by far the most frequent, so they go without index maps. */
function binary(f: (a: number, b: number) => number): Kernel<BinaryKind> {
  return (_, output, [left, right]) => {
    const [y, a, b] = [output.data, left.data, right.data];
    const isFull = (operand: Buffer) => shapesEqual(operand.shape, output.shape);
    const isScalar = (operand: Buffer) => sizeOf(operand.shape) === 1;
    if (isFull(left) && isFull(right)) {
      return () => {
        for (let i = 0; i < y.length; i++) y[i] = f(a[i], b[i]);
      };
    }
    if (isFull(left) && isScalar(right)) {
      return () => {
        const value = b[0];
        for (let i = 0; i < y.length; i++) y[i] = f(a[i], value);
      };
    }
    if (isScalar(left) && isFull(right)) {
      return () => {
        const value = a[0];
        for (let i = 0; i < y.length; i++) y[i] = f(value, b[i]);
      };
    }
    const fromA = broadcastMap(left.shape, output.shape);
    const fromB = broadcastMap(right.shape, output.shape);
    return () => {
      for (let i = 0; i < y.length; i++) y[i] = f(a[fromA[i]], b[fromB[i]]);
    };
  };
}

/** 1 / (1 + e⁻ˣ) without overflow of e⁻ˣ. */
function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

export const unaryKernels = {
  negate: unary((x) => -x),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sqrt: unary(Math.sqrt),
  tanh: unary(Math.tanh),
  sigmoid: unary(sigmoid),
  erf: unary(erf),
  relu: unary((x) => Math.max(x, 0)),
  abs: unary(Math.abs),
  sign: unary(Math.sign),
} satisfies Record<UnaryKind, Kernel<UnaryKind>>;

export const binaryKernels = {
  add: binary((a, b) => a + b),
  subtract: binary((a, b) => a - b),
  multiply: binary((a, b) => a * b),
  divide: binary((a, b) => a / b),
  maximum: binary((a, b) => Math.max(a, b)),
  minimum: binary((a, b) => Math.min(a, b)),
  greater: binary((a, b) => (a > b ? 1 : 0)),
  equal: binary((a, b) => (a === b ? 1 : 0)),
} satisfies Record<BinaryKind, Kernel<BinaryKind>>;

export const where: Kernel<'where'> = (_, { shape, data: y }, inputs) => {
  const [condition, a, b] = inputs.map((input) => input.data);
  const [fromCondition, fromA, fromB] = inputs.map((input) => broadcastMap(input.shape, shape));
  return () => {
    for (let i = 0; i < y.length; i++) {
      y[i] = condition[fromCondition[i]] !== 0 ? a[fromA[i]] : b[fromB[i]];
    }
  };
};

export const copy: Kernel<'toFloat'> =
  (_, { data: y }, [{ data: x }]) =>
  () =>
    y.set(x);

/** An Int32Array drops the fraction of what is stored in it. */
export const truncate: Kernel<'toInt'> =
  (_, { data: y }, [{ data: x }]) =>
  () =>
    y.set(x);
