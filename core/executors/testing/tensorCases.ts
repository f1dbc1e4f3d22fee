/** Cases of the primitives that see whole tensors: products, reductions, rearrangements. */
import * as ops from '../../graph/ops.ts';
import { formatShape, type Shape } from '../../graph/Tensor.ts';
import { floats, ints, type PrimitiveCase, primitiveCase, wholeFloats } from './PrimitiveCase.ts';

const booleans = [false, true] as const;

/** m, k, n. */
const products: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [2, 3, 4],
  [1, 5, 3],
  [7, 1, 2],
  [6, 8, 1],
  [33, 17, 9],
  [64, 65, 31],
  [128, 9, 130],
];

const matmulCases = products.flatMap(([m, k, n]) =>
  booleans.flatMap((transposeA) =>
    booleans.map((transposeB) =>
      primitiveCase(
        `matmul${transposeA ? ' transposeA' : ''}${transposeB ? ' transposeB' : ''}`,
        [floats(transposeA ? [k, m] : [m, k]), floats(transposeB ? [n, k] : [k, n])],
        (a, b) => ops.matmul(a, b, { transposeA, transposeB }),
      ),
    ),
  ),
);

/** A shape, and the axes to reduce. */
const reductions: readonly (readonly [Shape, readonly number[] | undefined])[] = [
  [[], undefined],
  [[5], undefined],
  [[1], [0]],
  [[2, 3], undefined],
  [[2, 3], []],
  [[2, 3], [0]],
  [[2, 3], [-1]],
  [[2, 3, 4], [1]],
  [
    [2, 3, 4],
    [0, 2],
  ],
  [
    [2, 3, 4],
    [2, 1],
  ],
  [[1, 3, 1], [0]],
  [
    [1, 3, 1],
    [1, 2],
  ],
  [
    [3, 2, 5, 4],
    [0, 2, 3],
  ],
  [[33, 17], [0]],
  [[33, 17], [1]],
];

const reductionCases = [ops.sum, ops.max, ops.mean].flatMap((reduce) =>
  reductions.flatMap(([shape, axes]) =>
    booleans.map((keepDims) =>
      primitiveCase(
        `${reduce.name} over ${axes ? formatShape(axes) : 'all'}${keepDims ? ' kept' : ''}`,
        [floats(shape)],
        (x) => reduce(x, { axes, keepDims }),
      ),
    ),
  ),
);

/** A shape and an axis of it. */
const lines: readonly (readonly [Shape, number])[] = [
  [[1], 0],
  [[7], 0],
  [[2, 3], 0],
  [[2, 3], -1],
  [[4, 1], 1],
  [[2, 3, 4], 0],
  [[2, 3, 4], 1],
  [[2, 3, 4], 2],
  [[33, 17], 1],
];

const lineCases = lines.flatMap(([shape, axis]) => [
  primitiveCase(`argMax along ${axis}`, [floats(shape)], (x) => ops.argMax(x, axis)),
  primitiveCase(`argMax with ties along ${axis}`, [wholeFloats(shape, 2)], (x) =>
    ops.argMax(x, axis),
  ),
  primitiveCase(`logSoftmax along ${axis}`, [floats(shape, -4, 4)], (x) => ops.logSoftmax(x, axis)),
]);

const reshapes: readonly (readonly [Shape, Shape])[] = [
  [[], [1, 1]],
  [[1, 1, 1], []],
  [[2, 3], [6]],
  [[6], [2, 3]],
  [
    [2, 1, 3],
    [3, 2],
  ],
  [
    [4, 2, 3],
    [4, 6],
  ],
];

const transposes: readonly (readonly [Shape, readonly number[]])[] = [
  [[5], [0]],
  [
    [2, 3],
    [1, 0],
  ],
  [
    [2, 3],
    [0, 1],
  ],
  [
    [2, 3, 4],
    [0, 2, 1],
  ],
  [
    [2, 3, 4],
    [2, 0, 1],
  ],
  [
    [2, 3, 4],
    [1, 2, 0],
  ],
  [
    [2, 1, 4, 3],
    [3, 1, 0, 2],
  ],
  [
    [33, 17],
    [1, 0],
  ],
];

const broadcasts: readonly (readonly [Shape, Shape])[] = [
  [[], [2, 3]],
  [[1], [4]],
  [[3], [2, 3]],
  [
    [2, 1],
    [2, 3],
  ],
  [
    [1, 1],
    [4, 5],
  ],
  [
    [3, 1, 2],
    [5, 3, 4, 2],
  ],
];

const rearrangementCases = [
  ...reshapes.map(([from, to]) =>
    primitiveCase(`reshape to ${formatShape(to)}`, [floats(from)], (x) => ops.reshape(x, to)),
  ),
  ...transposes.map(([shape, order]) =>
    primitiveCase(`transpose by ${formatShape(order)}`, [floats(shape)], (x) =>
      ops.transpose(x, order),
    ),
  ),
  ...broadcasts.map(([from, to]) =>
    primitiveCase(`broadcastTo ${formatShape(to)}`, [floats(from)], (x) => ops.broadcastTo(x, to)),
  ),
];

const integerCases = [
  primitiveCase('reshape', [ints([2, 3], 9)], (x) => ops.reshape(x, [3, 2])),
  primitiveCase('transpose', [ints([2, 3], 9)], (x) => ops.transpose(x, [1, 0])),
  primitiveCase('broadcastTo', [ints([3], 9)], (x) => ops.broadcastTo(x, [2, 3])),
  ...([[], [4], [2, 3]] as const).flatMap((shape) => [
    primitiveCase('oneHot depth 3', [ints(shape, 3)], (x) => ops.oneHot(x, 3)),
    primitiveCase('toFloat', [ints(shape, 99)], ops.toFloat),
    primitiveCase('stopGradient', [ints(shape, 99)], ops.stopGradient),
  ]),
  primitiveCase('oneHot depth 1', [ints([4], 1)], (x) => ops.oneHot(x, 1)),
];

/** The shape of the table, and of the indices. */
const lookups: readonly (readonly [Shape, Shape])[] = [
  [[1], []],
  [[7], [4]],
  [[5, 3], [6]],
  [
    [4, 2],
    [2, 3],
  ],
  [[3, 2, 2], []],
  [
    [33, 17],
    [9, 4],
  ],
];

const lookupCases = lookups.flatMap(([table, indices]) => [
  primitiveCase('gather', [floats(table), ints(indices, table[0])], ops.gather),
  primitiveCase(
    `scatterAdd into ${table[0]}`,
    [floats([...indices, ...table.slice(1)]), ints(indices, table[0])],
    (values, places) => ops.scatterAdd(values, places, table[0]),
  ),
]);

export const tensorCases: readonly PrimitiveCase[] = [
  ...matmulCases,
  ...reductionCases,
  ...lineCases,
  primitiveCase('logSoftmax without overflow', [floats([3, 4], -1000, 1000)], (x) =>
    ops.logSoftmax(x),
  ),
  primitiveCase('max with ties', [wholeFloats([5, 7], 3)], (x) => ops.max(x, { axes: [1] }), {
    differentiable: false,
  }),
  ...rearrangementCases,
  ...integerCases,
  ...lookupCases,
  primitiveCase('toInt', [floats([4, 9], -5, 5)], ops.toInt),
  primitiveCase('stopGradient', [floats([2, 3])], ops.stopGradient, { differentiable: false }),
];
