/** Cases of the primitives that work element by element. */
import * as ops from '../../graph/ops.ts';
import type { BinaryKind, Shape, Tensor, UnaryKind } from '../../graph/Tensor.ts';
import {
  floats,
  ints,
  listed,
  type PrimitiveCase,
  primitiveCase,
  wholeFloats,
} from './PrimitiveCase.ts';

const shapes: readonly Shape[] = [[], [1], [5], [2, 3], [2, 1, 4], [33, 17]];

const shapePairs: readonly (readonly [Shape, Shape])[] = [
  [[], []],
  [[3], []],
  [[], [3]],
  [[1], [2, 3]],
  [
    [2, 3],
    [1, 1],
  ],
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 3], [3]],
  [[3], [2, 3]],
  [
    [2, 3],
    [2, 1],
  ],
  [
    [2, 1],
    [1, 3],
  ],
  [
    [4, 1, 3],
    [2, 1],
  ],
  [
    [2, 3, 4, 5],
    [3, 1, 5],
  ],
  [
    [17, 33],
    [17, 33],
  ],
  [[17, 33], [33]],
  [
    [17, 1],
    [17, 33],
  ],
];

type Unary = (x: Tensor) => Tensor;
type Binary = (a: Tensor, b: Tensor) => Tensor;

/** Each unary primitive, and where it is tried: [low, high]. */
const unaryKinds = {
  negate: [ops.negate, -2, 2],
  exp: [ops.exp, -3, 3],
  log: [ops.log, 0.1, 4],
  sqrt: [ops.sqrt, 0.1, 4],
  tanh: [ops.tanh, -3, 3],
  sigmoid: [ops.sigmoid, -5, 5],
  erf: [ops.erf, -3, 3],
  relu: [ops.relu, -2, 2],
  abs: [ops.abs, -2, 2],
  sign: [ops.sign, -2, 2],
} satisfies Record<UnaryKind, readonly [Unary, number, number]>;

const unaryCases = Object.entries(unaryKinds).flatMap(([kind, [build, low, high]]) =>
  shapes.map((shape) => primitiveCase(kind, [floats(shape, low, high)], build)),
);

const corners = listed(-100, -1, -0.5, 0, 0.5, 1, 100);
const cornerCases = Object.entries(unaryKinds)
  .filter(([, [, low]]) => low < 0)
  .map(([kind, [build]]) =>
    primitiveCase(
      `${kind} at 0 and far out`,
      [kind === 'exp' ? listed(-100, -1, 0, 1, 20) : corners],
      build,
      { differentiable: false },
    ),
  );

/** Each binary primitive, and the least second operand: denominators are kept away from 0. */
const binaryKinds = {
  add: [ops.add, -2],
  subtract: [ops.subtract, -2],
  multiply: [ops.multiply, -2],
  divide: [ops.divide, 0.5],
  maximum: [ops.maximum, -2],
  minimum: [ops.minimum, -2],
  greater: [ops.greater, -2],
  equal: [ops.equal, -2],
} satisfies Record<BinaryKind, readonly [Binary, number]>;

const binaryCases = Object.entries(binaryKinds).flatMap(([kind, [build, low]]) => [
  ...shapePairs.map(([a, b]) => primitiveCase(kind, [floats(a), floats(b, low, 2)], build)),
  primitiveCase(`${kind} with ties`, [wholeFloats([5, 7], 3), listed(1, 2, 1, 2, 1, 2, 1)], build, {
    differentiable: false,
  }),
]);

const whereShapes: readonly (readonly [Shape, Shape, Shape])[] = [
  [[], [], []],
  [[4], [4], [4]],
  [[2, 3], [], [3]],
  [[3], [2, 3], []],
  [[2, 1], [3], [1, 1]],
  [[17, 33], [33], [17, 1]],
];

const whereCases = whereShapes.map(([condition, a, b]) =>
  primitiveCase('where', [floats(a), floats(b), wholeFloats(condition, 2)], (x, y, c) =>
    ops.where(c, x, y),
  ),
);

export const elementwiseCases: readonly PrimitiveCase[] = [
  ...unaryCases,
  ...cornerCases,
  ...binaryCases,
  primitiveCase('equal', [ints([6, 5], 3), ints([5], 3)], ops.equal),
  primitiveCase('multiply by itself', [floats([3, 4])], (x) => ops.multiply(x, x)),
  primitiveCase('subtract from a number', [floats([3, 4])], (x) => ops.subtract(1, x)),
  ...whereCases,
  primitiveCase('where greater', [floats([4, 5]), floats([5])], (a, b) =>
    ops.where(ops.greater(a, b), a, ops.multiply(b, 0.1)),
  ),
];
