/** Cases large enough that an executor for many threads splits their sums and turns their factors. */
import * as ops from '../../graph/ops.ts';
import type { Shape } from '../../graph/Tensor.ts';
import { floats, ints, type PrimitiveCase, primitiveCase } from './PrimitiveCase.ts';

/** Finite differences of so many elements would take minutes. */
const SAMPLED = { differentiable: false };

/** Small, so that a long sum keeps its digits in float32. */
const values = (shape: Shape) => floats(shape, -0.5, 0.5);

const sums: readonly (readonly [Shape, readonly number[] | undefined, boolean])[] = [
  [[2048], undefined, false],
  [[512, 6], [0], false],
  [[6, 512], [1], true],
  [[8, 3, 20, 24], [0, 2, 3], true],
  [[96, 160], undefined, false],
];

/** m, k, n. */
const products: readonly (readonly [number, number, number])[] = [
  [3, 512, 5],
  [64, 256, 96],
  [130, 130, 130],
];

export const largeCases: readonly PrimitiveCase[] = [
  ...sums.map(([shape, axes, keepDims]) =>
    primitiveCase(
      `sum over ${axes ? `[${axes}]` : 'all'}${keepDims ? ' keepDims' : ''}`,
      [values(shape)],
      (x) => ops.sum(x, { ...(axes && { axes }), keepDims }),
      SAMPLED,
    ),
  ),
  ...products.flatMap(([m, k, n]) => [
    primitiveCase('matmul', [values([m, k]), values([k, n])], (a, b) => ops.matmul(a, b), SAMPLED),
    primitiveCase(
      'matmul transposeB',
      [values([m, k]), values([n, k])],
      (a, b) => ops.matmul(a, b, { transposeB: true }),
      SAMPLED,
    ),
    primitiveCase(
      'relu of matmul transposeA and a bias',
      [values([k, m]), values([k, n]), values([n])],
      (a, b, c) => ops.relu(ops.add(ops.matmul(a, b, { transposeA: true }), c)),
      SAMPLED,
    ),
  ]),
  primitiveCase(
    'scatterAdd of many into 90',
    [values([7, 30, 24]), ints([7, 30], 60)],
    (x, places) => ops.scatterAdd(x, places, 90),
    SAMPLED,
  ),
  primitiveCase(
    'scatterAdd of computed values to computed places',
    [values([5, 1, 24]), ints([40], 60)],
    (x, places) => {
      const indices = ops.transpose(ops.reshape(places, [8, 5]), [1, 0]);
      return ops.scatterAdd(ops.exp(ops.broadcastTo(x, [5, 8, 24])), indices, 60);
    },
    SAMPLED,
  ),
  primitiveCase(
    'softmax over many',
    [values([3, 700])],
    (x) => ops.exp(ops.logSoftmax(x)),
    SAMPLED,
  ),
];
