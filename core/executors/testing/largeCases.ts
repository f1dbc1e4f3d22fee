/** Cases large enough that an executor for many threads splits their sums and turns their factors. */
import * as ops from '../../graph/ops.ts';
import type { Shape } from '../../graph/Tensor.ts';
import { floats, type PrimitiveCase, primitiveCase } from './PrimitiveCase.ts';

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
    'softmax over many',
    [values([3, 700])],
    (x) => ops.exp(ops.logSoftmax(x)),
    SAMPLED,
  ),
];
