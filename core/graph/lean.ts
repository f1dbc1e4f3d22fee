/**
 * The few constructors that gradient rules are written with: like those of ops.ts, but they leave
 * out useless work.
 *
 * A broadcast is held back as long as possible: each works on what stood before the broadcast and
 * broadcasts its result, and on scalar constants it calculates at once. So a mean's gradient stays
 * one small row until it meets a full matrix, which broadcasts by itself, and the seed 1 never
 * becomes a multiplication. Executors run what is left a million times.
 */
import {
  add,
  broadcastShapes,
  broadcastTo,
  constant,
  divide,
  multiply,
  negate,
  reshape,
  subtract,
  sum,
} from './ops.ts';
import { type Shape, shapesEqual, type Tensor } from './Tensor.ts';

/** The number that fills a constant, or null for all other tensors. */
function fillOf(x: Tensor): number | null {
  return x.op.kind === 'constant' && x.op.values.length === 1 ? x.op.values[0] : null;
}

/** What stands before the broadcasts that end in x. */
function beforeBroadcast(x: Tensor): Tensor {
  let inner = x;
  while (inner.op.kind === 'broadcastTo') inner = inner.inputs[0];
  const fill = fillOf(inner);
  return fill === null ? inner : constant(fill);
}

/** x broadcast to the shape; a filled constant just takes the shape. */
export function spread(x: Tensor, shape: Shape): Tensor {
  if (shapesEqual(x.shape, shape)) return x;
  const fill = fillOf(x);
  return fill === null ? broadcastTo(x, shape) : constant(fill, shape);
}

interface Arithmetic {
  readonly build: (a: Tensor, b: Tensor) => Tensor;
  readonly calculate: (a: number, b: number) => number;
  /** b that leaves a as it is. */
  readonly neutral: number;
  readonly commutes: boolean;
}

function lean({ build, calculate, neutral, commutes }: Arithmetic) {
  return (a: Tensor, b: Tensor | number): Tensor => {
    const [x, y] = [beforeBroadcast(a), beforeBroadcast(typeof b === 'number' ? constant(b) : b)];
    const shape = typeof b === 'number' ? a.shape : broadcastShapes('gradients', a.shape, b.shape);
    const [fillX, fillY] = [fillOf(x), fillOf(y)];
    if (fillX !== null && fillY !== null) return constant(calculate(fillX, fillY), shape);
    if (fillY === neutral) return spread(x, shape);
    if (commutes && fillX === neutral) return spread(y, shape);
    return spread(build(x, y), shape);
  };
}

export const plus = lean({ build: add, calculate: (a, b) => a + b, neutral: 0, commutes: true });
export const minus = lean({
  build: subtract,
  calculate: (a, b) => a - b,
  neutral: 0,
  commutes: false,
});
export const times = lean({
  build: multiply,
  calculate: (a, b) => a * b,
  neutral: 1,
  commutes: true,
});
export const over = lean({
  build: divide,
  calculate: (a, b) => a / b,
  neutral: 1,
  commutes: false,
});

export function negated(x: Tensor): Tensor {
  const inner = beforeBroadcast(x);
  const fill = fillOf(inner);
  return spread(fill === null ? negate(inner) : constant(-fill), x.shape);
}

/** x in another shape of as many elements; one repeated scalar needs no rearranging. */
export function reshaped(x: Tensor, shape: Shape): Tensor {
  const inner = beforeBroadcast(x);
  return inner.shape.length === 0 ? spread(inner, shape) : reshape(x, shape);
}

/**
 * Undoes a broadcast from `shape` to x's shape: sums over every axis that the broadcast had
 * stretched.
 *
 * An axis that x itself only repeats is not summed but counted.
 */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (shapesEqual(x.shape, shape)) return x;
  const inner = beforeBroadcast(x);
  const missing = x.shape.length - inner.shape.length;
  const added = x.shape.length - shape.length;
  const isRepeated = (axis: number) => axis < missing || inner.shape[axis - missing] === 1;
  const axes: number[] = [];
  let repeats = 1;
  for (const [axis, size] of x.shape.entries()) {
    const isStretched = axis < added || (shape[axis - added] === 1 && size !== 1);
    if (isStretched && isRepeated(axis)) repeats *= size;
    else if (isStretched) axes.push(axis - missing);
  }
  const keepDims = inner.shape.length === shape.length;
  const summed = axes.length > 0 ? sum(inner, { axes, keepDims }) : inner;
  const kept = shape.map((size, axis) => (isRepeated(axis + added) ? 1 : size));
  return spread(reshaped(times(summed, repeats), kept), shape);
}
