/**
 * One lowering per primitive: the ONNX nodes that compute it. Sorted as the primitives in
 * Tensor.ts.
 *
 * Comparisons give bools in ONNX and floats here, so each leaves both: `where` reads the bools, and
 * what nobody reads is dropped at the end. Operators: https://onnx.ai/onnx/operators
 */
import type { OpKind, OpOf, Tensor } from '../../graph/Tensor.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import { elementwiseOperands } from './elementwiseOperands.ts';
import { gemmFactors } from './gemmFactors.ts';
import { indexLowerings } from './indexLowerings.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { signOfRelu } from './signOfRelu.ts';
import { windowLowerings } from './windowLowerings.ts';

/** Adds nodes for the tensor, whose inputs are lowered, and gives the name of its value. */
export type Lowering<Kind extends OpKind = OpKind> = (
  tensor: Tensor & { readonly op: OpOf<Kind> },
  context: LoweringContext,
) => string;

/** onnx.TensorProto.DataType. */
const FLOAT = 1;
const INT32 = 6;

/** An operator that takes the inputs as they are. */
const direct =
  (operator: string): Lowering =>
  ({ inputs }, context) =>
    context.builder.emit(operator, inputs.map(context.nameOf));

const elementwise =
  (operator: string): Lowering =>
  (tensor, context) =>
    context.builder.emit(operator, elementwiseOperands(tensor, context));

const comparison =
  (operator: string): Lowering =>
  (tensor, context) => {
    const truth = context.builder.emit(operator, elementwiseOperands(tensor, context));
    context.setTruth(tensor, truth);
    return context.builder.emit('Cast', [truth], { to: { int: FLOAT } });
  };

/**
 * A product with the vector of ones is up to nine times as fast as ReduceSum over the first axis of
 * a matrix.
 */
const columnSums: Lowering<'sum'> = ({ op, inputs: [x] }, { builder, nameOf }) => {
  const [rows] = x.shape;
  const shape = op.keepDims ? [1, rows] : [rows];
  const ones = builder.constant('float32', shape, Array<number>(rows).fill(1));
  return builder.emit('MatMul', [ones, nameOf(x)]);
};

const reduction =
  (operator: string): Lowering<'sum' | 'max'> =>
  ({ op, inputs: [x] }, { builder, nameOf }) =>
    builder.emit(operator, [nameOf(x), builder.integers(op.axes)], {
      keepdims: { int: op.keepDims ? 1 : 0 },
      noop_with_empty_axes: { int: 1 },
    });

const alias: Lowering = ({ inputs: [x] }, { nameOf }) => nameOf(x);

const constant: Lowering<'constant'> = ({ op, shape, dtype }, { builder }) => {
  const size = sizeOf(shape);
  const values = op.values.length === size ? op.values : Array<number>(size).fill(op.values[0]);
  return builder.constant(dtype === 'int' ? 'int32' : 'float32', shape, values);
};

const where: Lowering<'where'> = (tensor, context) => {
  const [, a, b] = elementwiseOperands(tensor, context);
  return context.builder.emit('Where', [context.truthOf(tensor.inputs[0]), a, b]);
};

const matmul: Lowering<'matmul'> = (tensor, context) => {
  const { names, attributes } = gemmFactors(tensor, tensor.inputs.map(context.nameOf), context);
  return context.builder.emit('Gemm', names, attributes);
};

const argMax: Lowering<'argMax'> = ({ op, inputs: [x] }, { builder, nameOf }) => {
  const attributes = { axis: { int: op.axis }, keepdims: { int: 0 } };
  return builder.emit('Cast', [builder.emit('ArgMax', [nameOf(x)], attributes)], {
    to: { int: INT32 },
  });
};

/**
 * By comparison with 0 .. depth - 1: ONNX's OneHot takes no scalar, and would count a negative
 * index from the end.
 */
const oneHot: Lowering<'oneHot'> = ({ op, inputs: [indices] }, { builder, nameOf }) => {
  const classes = Array.from({ length: op.depth }, (_, index) => index);
  const column = builder.integers([...indices.shape, 1]);
  const truth = builder.emit('Equal', [
    builder.emit('Reshape', [nameOf(indices), column]),
    builder.constant('int32', [op.depth], classes),
  ]);
  return builder.emit('Cast', [truth], { to: { int: FLOAT } });
};

export const lowerings = {
  input: alias,
  constant,
  negate: direct('Neg'),
  exp: direct('Exp'),
  log: direct('Log'),
  sqrt: direct('Sqrt'),
  tanh: direct('Tanh'),
  sigmoid: direct('Sigmoid'),
  erf: direct('Erf'),
  relu: direct('Relu'),
  abs: direct('Abs'),
  sign: ({ inputs: [x] }, { builder, nameOf }) =>
    x.op.kind === 'relu' ? signOfRelu(nameOf(x), builder) : builder.emit('Sign', [nameOf(x)]),
  add: elementwise('Add'),
  subtract: elementwise('Sub'),
  multiply: elementwise('Mul'),
  divide: elementwise('Div'),
  maximum: elementwise('Max'),
  minimum: elementwise('Min'),
  greater: comparison('Greater'),
  equal: comparison('Equal'),
  where,
  matmul,
  sum: (tensor, context) => {
    const { op, inputs } = tensor;
    const overRows = inputs[0].shape.length === 2 && op.axes.length === 1 && op.axes[0] === 0;
    return (overRows ? columnSums : reduction('ReduceSum'))(tensor, context);
  },
  max: reduction('ReduceMax'),
  argMax,
  logSoftmax: ({ op, inputs: [x] }, { builder, nameOf }) =>
    builder.emit('LogSoftmax', [nameOf(x)], { axis: { int: op.axis } }),
  reshape: ({ shape, inputs: [x] }, { builder, nameOf }) =>
    builder.emit('Reshape', [nameOf(x), builder.integers(shape)]),
  transpose: ({ op, inputs: [x] }, { builder, nameOf }) =>
    builder.emit('Transpose', [nameOf(x)], { perm: { ints: op.permutation } }),
  broadcastTo: ({ shape, inputs: [x] }, { builder, nameOf }) =>
    builder.emit('Expand', [nameOf(x), builder.integers(shape)]),
  oneHot,
  toFloat: ({ inputs: [x] }, { builder, nameOf }) =>
    builder.emit('Cast', [nameOf(x)], { to: { int: FLOAT } }),
  ...indexLowerings,
  ...windowLowerings,
  stopGradient: alias,
} satisfies { readonly [Kind in OpKind]: Lowering<Kind> };
