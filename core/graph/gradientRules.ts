/**
 * One rule per primitive: from the gradient of the loss for its result y to the gradients for its
 * inputs.
 *
 * Rules build graph, they compute nothing. They may name gradients that nobody wants, as a tensor
 * that no output reaches is never computed. `null` in the table marks primitives through which no
 * gradient passes: they are constant almost everywhere, or take integers, or are told to block.
 */
import { minus, negated, over, plus, reshaped, spread, sumTo, times } from './lean.ts';
import {
  equal,
  exp,
  gather,
  matmul,
  negate,
  reshape,
  scatterAdd,
  sign,
  subtract,
  sum,
  transpose,
  where,
} from './ops.ts';
import { type Op, type OpKind, type OpOf, type Shape, sizeOf, type Tensor } from './Tensor.ts';
import type { Pair } from './Window2d.ts';
import {
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2dIndices,
} from './windowOps.ts';

/**
 * y is the result, g the gradient for it, of its shape. Gives a gradient per input, null for none.
 */
type GradientRule<Kind extends OpKind = OpKind> = (
  y: Tensor & { readonly op: OpOf<Kind> },
  g: Tensor,
) => readonly (Tensor | null)[];

/** The shape of x with the reduced axes left in with size 1. */
function keptShape(x: Tensor, axes: readonly number[]): Shape {
  return x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
}

/** Transposes are read by the product itself: no tensor is rearranged. */
const matmulGradient: GradientRule<'matmul'> = ({ op, inputs: [a, b] }, g) => {
  const { transposeA, transposeB } = op;
  return [
    transposeA
      ? matmul(b, g, { transposeA: transposeB, transposeB: true })
      : matmul(g, b, { transposeB: !transposeB }),
    transposeB
      ? matmul(g, a, { transposeA: true, transposeB: transposeA })
      : matmul(a, g, { transposeA: !transposeA }),
  ];
};

const multiplyGradient: GradientRule<'multiply'> = ({ inputs: [a, b] }, g) =>
  a === b
    ? [times(times(g, 2), a), null]
    : [sumTo(times(g, b), a.shape), sumTo(times(g, a), b.shape)];

const divideGradient: GradientRule<'divide'> = (y, g) => {
  const [a, b] = y.inputs;
  const quotient = over(g, b);
  return [sumTo(quotient, a.shape), sumTo(negated(times(quotient, y)), b.shape)];
};

/**
 * The larger operand takes the gradient, at a tie both take half, as in PyTorch.
 *
 * (1 + sign(a - b)) / 2 is that share, 1, ½ or 0. It is undefined between two equal infinities.
 */
const selectGradient = (a: Tensor, b: Tensor, larger: Tensor, smaller: Tensor, g: Tensor) => {
  const share = plus(times(sign(subtract(larger, smaller)), 0.5), 0.5);
  const taken = times(g, share);
  return [sumTo(taken, a.shape), sumTo(minus(g, taken), b.shape)];
};

const whereGradient: GradientRule<'where'> = ({ inputs: [condition, a, b] }, g) => [
  null,
  sumTo(where(condition, g, 0), a.shape),
  sumTo(where(condition, 0, g), b.shape),
];

/** Shared equally among equal maxima. */
const maxGradient: GradientRule<'max'> = (y, g) => {
  const [x] = y.inputs;
  const { axes } = y.op;
  const kept = keptShape(x, axes);
  const isMaximum = equal(x, reshape(y, kept));
  const count = sum(isMaximum, { axes, keepDims: true });
  return [times(over(reshaped(g, kept), count), isMaximum)];
};

const sizeOfImage = ({ shape }: Tensor): Pair => [shape[2], shape[3]];

/** Each window hands its gradient to the place that was its maximum. */
const maxPoolGradient: GradientRule<'maxPool2d'> = ({ op, inputs: [x] }, g) => {
  const total = scatterAdd(g, maxPool2dIndices(x, op.window), sizeOf(x.shape));
  return [reshape(total, x.shape)];
};

const gradientRules = {
  input: null,
  constant: null,
  negate: (_, g) => [negated(g)],
  exp: (y, g) => [times(g, y)],
  log: ({ inputs: [x] }, g) => [over(g, x)],
  sqrt: (y, g) => [over(times(g, 0.5), y)],
  tanh: (y, g) => [times(g, subtract(1, times(y, y)))],
  sigmoid: (y, g) => [times(g, times(y, subtract(1, y)))],
  erf: ({ inputs: [x] }, g) => [times(times(g, 2 / Math.sqrt(Math.PI)), exp(negate(times(x, x))))],
  // y is never negative, so its sign is the derivative, with 0 at 0.
  relu: (y, g) => [times(g, sign(y))],
  abs: ({ inputs: [x] }, g) => [times(g, sign(x))],
  sign: null,
  add: ({ inputs: [a, b] }, g) => [sumTo(g, a.shape), sumTo(g, b.shape)],
  subtract: ({ inputs: [a, b] }, g) => [sumTo(g, a.shape), negated(sumTo(g, b.shape))],
  multiply: multiplyGradient,
  divide: divideGradient,
  maximum: ({ inputs: [a, b] }, g) => selectGradient(a, b, a, b, g),
  minimum: ({ inputs: [a, b] }, g) => selectGradient(a, b, b, a, g),
  greater: null,
  equal: null,
  where: whereGradient,
  matmul: matmulGradient,
  sum: ({ op, inputs: [x] }, g) => [spread(reshaped(g, keptShape(x, op.axes)), x.shape)],
  max: maxGradient,
  argMax: null,
  logSoftmax: (y, g) => [minus(g, times(exp(y), sumTo(g, keptShape(y, [y.op.axis]))))],
  reshape: ({ inputs: [x] }, g) => [reshaped(g, x.shape)],
  transpose: ({ op }, g) => [
    transpose(
      g,
      op.permutation.map((_, axis) => op.permutation.indexOf(axis)),
    ),
  ],
  broadcastTo: ({ inputs: [x] }, g) => [sumTo(g, x.shape)],
  oneHot: null,
  toFloat: null,
  toInt: null,
  gather: ({ inputs: [table, indices] }, g) => [scatterAdd(g, indices, table.shape[0]), null],
  scatterAdd: ({ inputs: [, indices] }, g) => [gather(g, indices), null],
  conv2d: ({ op, inputs: [x, weight] }, g) => [
    conv2dInputGradient(g, weight, sizeOfImage(x), op),
    conv2dWeightGradient(x, g, op),
  ],
  conv2dInputGradient: ({ op, inputs: [gradient, weight] }, g) => [
    conv2d(g, weight, op),
    conv2dWeightGradient(g, gradient, op),
  ],
  conv2dWeightGradient: ({ op, inputs: [x, gradient] }, g) => [
    conv2dInputGradient(gradient, g, sizeOfImage(x), op),
    conv2d(x, g, op),
  ],
  maxPool2d: maxPoolGradient,
  maxPool2dIndices: null,
  stopGradient: null,
} satisfies { readonly [Kind in OpKind]: GradientRule<Kind> | null };

/** The rule of a primitive; null where no gradient passes. */
export function gradientRuleOf(op: Op): GradientRule | null {
  return gradientRules[op.kind] as GradientRule | null;
}
