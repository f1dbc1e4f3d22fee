/**
 * The table that every executor must get right: each primitive over scalars, broadcasts,
 * transposes, axes, odd sizes.
 *
 * The reference executor's answers are the expected ones; its own are checked by hand-computed
 * values and by finite differences. Add a case here when a bug is found in one executor: all of
 * them are then tried on it.
 */
import * as ops from '../../graph/ops.ts';
import { elementwiseCases } from './elementwiseCases.ts';
import { largeCases } from './largeCases.ts';
import type { PrimitiveCase } from './PrimitiveCase.ts';
import { tensorCases } from './tensorCases.ts';
import { windowCases } from './windowCases.ts';

const x = ops.input('x', [2, 3]);
const labels = ops.input('labels', [4], 'int');
const twice = ops.add(x, x);

/**
 * Whole programs, for what only shows between the primitives: outputs that are inputs, constants,
 * shared tensors.
 */
const programCases: readonly PrimitiveCase[] = [
  {
    name: 'constants of every kind',
    outputs: {
      scalar: ops.constant(1.5),
      filled: ops.constant(-2, [2, 3]),
      listed: ops.constant([1, 2, 3, 4, 5, 6], [3, 2]),
      integers: ops.constant([3, 1, 2], [3], 'int'),
      filledIntegers: ops.constant(7, [2], 'int'),
    },
    inputs: {},
    differentiable: false,
  },
  {
    name: 'outputs that are inputs, views of inputs, or one tensor under two names',
    outputs: {
      same: x,
      reshaped: ops.reshape(x, [6]),
      blocked: ops.stopGradient(x),
      first: twice,
      second: twice,
      integers: labels,
    },
    inputs: { x: Float32Array.of(1, 2, 3, 4, 5, 6), labels: Int32Array.of(3, 0, 2, 1) },
    differentiable: false,
  },
  {
    name: 'two inputs of one name',
    outputs: { y: ops.multiply(ops.input('x', [2]), ops.exp(ops.input('x', [2]))) },
    inputs: { x: Float32Array.of(0.5, -1) },
    differentiable: true,
  },
];

export const primitiveCases: readonly PrimitiveCase[] = [
  ...elementwiseCases,
  ...tensorCases,
  ...windowCases,
  ...programCases,
  ...largeCases,
];
