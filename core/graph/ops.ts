/**
 * Constructors of the primitives, each with its shape rule. Nothing is computed here.
 *
 * Sorted from leaves to reductions to rearrangements. A number given for a tensor becomes a scalar
 * constant.
 */
import { DTypeMismatchError, ShapeMismatchError } from './errors.ts';
import {
  type BinaryKind,
  type DType,
  formatShape,
  type Shape,
  shapesEqual,
  sizeOf,
  type Tensor,
  type UnaryKind,
} from './Tensor.ts';

type Operand = Tensor | number;

/** A value that the caller of the program hands in, by name. */
export function input(name: string, shape: Shape, dtype: DType = 'float'): Tensor {
  return { op: { kind: 'input', name }, inputs: [], shape, dtype };
}

/** Row-major values of a shape, or one value that fills it. */
export function constant(
  values: number | readonly number[],
  shape: Shape = [],
  dtype: DType = 'float',
): Tensor {
  const list = typeof values === 'number' ? [values] : values;
  if (list.length !== 1 && list.length !== sizeOf(shape)) {
    throw new ShapeMismatchError('constant', `${sizeOf(shape)} values or one`, [list.length]);
  }
  return { op: { kind: 'constant', values: list }, inputs: [], shape, dtype };
}

const toTensor = (operand: Operand): Tensor =>
  typeof operand === 'number' ? constant(operand) : operand;

function requireDType(where: string, dtype: DType, ...tensors: readonly Tensor[]): void {
  const other = tensors.find((tensor) => tensor.dtype !== dtype);
  if (other) throw new DTypeMismatchError(where, `${dtype} values`, other.dtype);
}

function unary(kind: UnaryKind, x: Tensor): Tensor {
  requireDType(kind, 'float', x);
  return { op: { kind }, inputs: [x], shape: x.shape, dtype: 'float' };
}

export const negate = (x: Tensor) => unary('negate', x);
export const exp = (x: Tensor) => unary('exp', x);
/** Natural logarithm. */
export const log = (x: Tensor) => unary('log', x);
export const sqrt = (x: Tensor) => unary('sqrt', x);
export const tanh = (x: Tensor) => unary('tanh', x);
/** 1 / (1 + e⁻ˣ). */
export const sigmoid = (x: Tensor) => unary('sigmoid', x);
/** 2/√π ∫₀ˣ e^(−t²) dt. */
export const erf = (x: Tensor) => unary('erf', x);
/** max(x, 0); its gradient at 0 is 0, as in PyTorch. */
export const relu = (x: Tensor) => unary('relu', x);
export const abs = (x: Tensor) => unary('abs', x);
/** -1, 0 or 1. */
export const sign = (x: Tensor) => unary('sign', x);

/** NumPy's rule: align at the last axis; sizes are equal or one of them is 1. */
export function broadcastShapes(where: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const sizeA = a[axis - rank + a.length] ?? 1;
    const sizeB = b[axis - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new ShapeMismatchError(where, `a shape that broadcasts with ${formatShape(a)}`, b);
    }
    return sizeA === 1 ? sizeB : sizeA;
  });
}

function binary(kind: BinaryKind, a: Operand, b: Operand): Tensor {
  const inputs = [toTensor(a), toTensor(b)] as const;
  requireDType(kind, kind === 'equal' ? inputs[0].dtype : 'float', ...inputs);
  const shape = broadcastShapes(kind, inputs[0].shape, inputs[1].shape);
  return { op: { kind }, inputs, shape, dtype: 'float' };
}

export const add = (a: Operand, b: Operand) => binary('add', a, b);
export const subtract = (a: Operand, b: Operand) => binary('subtract', a, b);
export const multiply = (a: Operand, b: Operand) => binary('multiply', a, b);
export const divide = (a: Operand, b: Operand) => binary('divide', a, b);
export const maximum = (a: Operand, b: Operand) => binary('maximum', a, b);
export const minimum = (a: Operand, b: Operand) => binary('minimum', a, b);
/** a > b as 1 or 0. */
export const greater = (a: Operand, b: Operand) => binary('greater', a, b);
/** a = b as 1 or 0; both int or both float. */
export const equal = (a: Operand, b: Operand) => binary('equal', a, b);

/** condition ≠ 0 ? a : b. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  const [first, second] = [toTensor(a), toTensor(b)];
  requireDType('where', 'float', condition, first, second);
  const shape = broadcastShapes(
    'where',
    condition.shape,
    broadcastShapes('where', first.shape, second.shape),
  );
  return { op: { kind: 'where' }, inputs: [condition, first, second], shape, dtype: 'float' };
}

/** a [m, k] · b [k, n] → [m, n]; `transposeA` reads a as [k, m], `transposeB` reads b as [n, k]. */
export function matmul(
  a: Tensor,
  b: Tensor,
  { transposeA = false, transposeB = false } = {},
): Tensor {
  requireDType('matmul', 'float', a, b);
  if (a.shape.length !== 2) throw new ShapeMismatchError('matmul', 'a matrix as a', a.shape);
  if (b.shape.length !== 2) throw new ShapeMismatchError('matmul', 'a matrix as b', b.shape);
  const [m, k] = orient(a.shape, transposeA);
  const [inner, n] = orient(b.shape, transposeB);
  if (k !== inner) throw new ShapeMismatchError('matmul', `${k} as the inner size of b`, b.shape);
  return {
    op: { kind: 'matmul', transposeA, transposeB },
    inputs: [a, b],
    shape: [m, n],
    dtype: 'float',
  };
}

function orient(shape: Shape, transposed: boolean): [number, number] {
  const [rows = 1, columns = 1] = shape;
  return transposed ? [columns, rows] : [rows, columns];
}

/**
 * Axes counted from 0 or, negative, from the end; all of them when left out. Sorted, without
 * repeats.
 */
function normalizeAxes(where: string, shape: Shape, axes?: readonly number[]): number[] {
  const all = shape.map((_, axis) => axis);
  if (axes === undefined) return all;
  for (const axis of axes) {
    if (all.at(axis) === undefined) {
      throw new ShapeMismatchError(where, `a shape with an axis ${axis}`, shape);
    }
  }
  return [...new Set(axes.map((axis) => all.at(axis)!))].sort((a, b) => a - b);
}

function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  return keepDims
    ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    : shape.filter((_, axis) => !axes.includes(axis));
}

function reduction(kind: 'sum' | 'max', x: Tensor, options: ReductionOptions): Tensor {
  requireDType(kind, 'float', x);
  const axes = normalizeAxes(kind, x.shape, options.axes);
  const keepDims = options.keepDims ?? false;
  const shape = reducedShape(x.shape, axes, keepDims);
  return { op: { kind, axes, keepDims }, inputs: [x], shape, dtype: 'float' };
}

export interface ReductionOptions {
  /** All axes when left out. */
  readonly axes?: readonly number[];
  /** Leave reduced axes in the shape with size 1. */
  readonly keepDims?: boolean;
}

export const sum = (x: Tensor, options: ReductionOptions = {}) => reduction('sum', x, options);
/** Its gradient is shared equally among equal maxima. */
export const max = (x: Tensor, options: ReductionOptions = {}) => reduction('max', x, options);

/** Sum over the axes, divided by the number of elements that were summed. */
export function mean(x: Tensor, options: ReductionOptions = {}): Tensor {
  const count = normalizeAxes('mean', x.shape, options.axes).reduce(
    (n, axis) => n * (x.shape[axis] ?? 1),
    1,
  );
  return multiply(sum(x, options), 1 / count);
}

export function argMax(x: Tensor, axis = -1): Tensor {
  requireDType('argMax', 'float', x);
  const [positive] = normalizeAxes('argMax', x.shape, [axis]);
  const shape = reducedShape(x.shape, [positive], false);
  return { op: { kind: 'argMax', axis: positive }, inputs: [x], shape, dtype: 'int' };
}

/** log(eˣ / Σ eˣ) along the axis, computed without overflow. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  requireDType('logSoftmax', 'float', x);
  const [positive] = normalizeAxes('logSoftmax', x.shape, [axis]);
  return {
    op: { kind: 'logSoftmax', axis: positive },
    inputs: [x],
    shape: x.shape,
    dtype: 'float',
  };
}

export function reshape(x: Tensor, shape: Shape): Tensor {
  if (sizeOf(shape) !== sizeOf(x.shape)) {
    throw new ShapeMismatchError(
      'reshape',
      `${sizeOf(shape)} elements for ${formatShape(shape)}`,
      x.shape,
    );
  }
  if (shapesEqual(shape, x.shape)) return x;
  return { op: { kind: 'reshape' }, inputs: [x], shape, dtype: x.dtype };
}

export function transpose(x: Tensor, permutation: readonly number[]): Tensor {
  const axes = [...permutation].sort((a, b) => a - b);
  if (
    !shapesEqual(
      axes,
      x.shape.map((_, axis) => axis),
    )
  ) {
    throw new ShapeMismatchError(
      'transpose',
      `the axes permuted by ${formatShape(permutation)}`,
      x.shape,
    );
  }
  const shape = permutation.map((axis) => x.shape[axis] ?? 1);
  return { op: { kind: 'transpose', permutation }, inputs: [x], shape, dtype: x.dtype };
}

export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (!shapesEqual(broadcastShapes('broadcastTo', x.shape, shape), shape)) {
    throw new ShapeMismatchError(
      'broadcastTo',
      `a shape that grows to ${formatShape(shape)}`,
      x.shape,
    );
  }
  if (shapesEqual(shape, x.shape)) return x;
  return { op: { kind: 'broadcastTo' }, inputs: [x], shape, dtype: x.dtype };
}

export function oneHot(indices: Tensor, depth: number): Tensor {
  requireDType('oneHot', 'int', indices);
  return {
    op: { kind: 'oneHot', depth },
    inputs: [indices],
    shape: [...indices.shape, depth],
    dtype: 'float',
  };
}

export function toFloat(x: Tensor): Tensor {
  if (x.dtype === 'float') return x;
  return { op: { kind: 'toFloat' }, inputs: [x], shape: x.shape, dtype: 'float' };
}

/** Towards zero. Integers up to 2²⁴ go through float32 and come back exactly. */
export function toInt(x: Tensor): Tensor {
  if (x.dtype === 'int') return x;
  return { op: { kind: 'toInt' }, inputs: [x], shape: x.shape, dtype: 'int' };
}

/** Rows of a table [rows, *] at indices [...] → [..., *]. Every index must be in 0 .. rows − 1. */
export function gather(table: Tensor, indices: Tensor): Tensor {
  requireDType('gather', 'float', table);
  requireDType('gather', 'int', indices);
  if (table.shape.length === 0) throw new ShapeMismatchError('gather', 'a table', table.shape);
  const shape = [...indices.shape, ...table.shape.slice(1)];
  return { op: { kind: 'gather' }, inputs: [table, indices], shape, dtype: 'float' };
}

/**
 * The transpose of gather: values [..., *] summed at indices [...] into [rows, *]. Every index must
 * be in 0 .. rows − 1.
 */
export function scatterAdd(values: Tensor, indices: Tensor, rows: number): Tensor {
  requireDType('scatterAdd', 'float', values);
  requireDType('scatterAdd', 'int', indices);
  const rank = indices.shape.length;
  if (!shapesEqual(values.shape.slice(0, rank), indices.shape)) {
    const expected = `values for the indices ${formatShape(indices.shape)}`;
    throw new ShapeMismatchError('scatterAdd', expected, values.shape);
  }
  const shape = [rows, ...values.shape.slice(rank)];
  return { op: { kind: 'scatterAdd' }, inputs: [values, indices], shape, dtype: 'float' };
}

export function stopGradient(x: Tensor): Tensor {
  return { op: { kind: 'stopGradient' }, inputs: [x], shape: x.shape, dtype: x.dtype };
}
