import { describe, expect, it, test } from 'vitest';
import { ProgramInputError } from '../../graph/errors.ts';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { formatShape, type Tensor } from '../../graph/Tensor.ts';
import { window2d } from '../../graph/Window2d.ts';
import {
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dIndices,
} from '../../graph/windowOps.ts';
import { evaluate, valuesOf } from '../testing/evaluate.ts';
import { expectClose } from '../testing/expectClose.ts';
import { primitiveCases } from '../testing/primitiveCases.ts';
import { referenceExecutor } from './ReferenceExecutor.ts';

const matrix = ops.constant([1, 2, 3, 4, 5, 6], [2, 3]);
const row = ops.constant([10, 20, 30], [3]);
const column = ops.constant([100, 200], [2, 1]);
const counts = ops.constant([2, 0, 1], [3], 'int');
const half = Math.log(0.5);
const square = ops.constant([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1, 3, 3]);
const filter = ops.constant([1, 0, 0, -1], [1, 1, 2, 2]);
const two = window2d([2, 2]);

/** Worked out by hand. */
const handMade: readonly (readonly [string, Tensor, readonly number[]])[] = [
  ['add a row', ops.add(matrix, row), [11, 22, 33, 14, 25, 36]],
  ['subtract a column', ops.subtract(matrix, column), [-99, -98, -97, -196, -195, -194]],
  ['row and column', ops.add(row, column), [110, 120, 130, 210, 220, 230]],
  ['divide a number', ops.divide(60, row), [6, 3, 2]],
  ['greater', ops.greater(matrix, 3), [0, 0, 0, 1, 1, 1]],
  ['equal', ops.equal(counts, ops.constant(1, [], 'int')), [0, 0, 1]],
  ['where', ops.where(ops.greater(matrix, 3), matrix, row), [10, 20, 30, 4, 5, 6]],
  ['sigmoid', ops.sigmoid(ops.constant([0, 800, -800], [3])), [0.5, 1, 0]],
  ['sign', ops.sign(ops.constant([-3, 0, 2], [3])), [-1, 0, 1]],
  ['matmul', ops.matmul(matrix, ops.constant([1, 0, 0, 1, 1, 1], [3, 2])), [4, 5, 10, 11]],
  ['matmul transposeA', ops.matmul(matrix, column, { transposeA: true }), [900, 1200, 1500]],
  ['matmul transposeB', ops.matmul(matrix, matrix, { transposeB: true }), [14, 32, 32, 77]],
  ['sum over rows', ops.sum(matrix, { axes: [0] }), [5, 7, 9]],
  ['sum over columns', ops.sum(matrix, { axes: [1] }), [6, 15]],
  ['mean', ops.mean(matrix), [3.5]],
  ['max', ops.max(matrix, { axes: [1] }), [3, 6]],
  ['argMax takes the first', ops.argMax(ops.constant([1, 3, 3, 2], [4])), [1]],
  ['argMax along rows', ops.argMax(matrix, 0), [1, 1, 1]],
  ['logSoftmax', ops.logSoftmax(ops.constant([1e4, 1e4], [2])), [half, half]],
  ['transpose', ops.transpose(matrix, [1, 0]), [1, 4, 2, 5, 3, 6]],
  ['reshape', ops.reshape(matrix, [3, 2]), [1, 2, 3, 4, 5, 6]],
  ['broadcastTo', ops.broadcastTo(column, [2, 3]), [100, 100, 100, 200, 200, 200]],
  ['oneHot', ops.oneHot(counts, 3), [0, 0, 1, 1, 0, 0, 0, 1, 0]],
  ['oneHot outside', ops.oneHot(ops.constant([-1, 3], [2], 'int'), 3), [0, 0, 0, 0, 0, 0]],
  ['gather', ops.gather(matrix, ops.constant([1, 0, 1], [3], 'int')), [4, 5, 6, 1, 2, 3, 4, 5, 6]],
  ['scatterAdd', ops.scatterAdd(row, counts, 4), [20, 30, 10, 0]],
  ['toInt', ops.toInt(ops.constant([-1.9, 0.9, 7], [3])), [-1, 0, 7]],
  ['conv2d', conv2d(square, filter, { window: two, groups: 1 }), [-4, -4, -4, -4]],
  [
    'conv2dInputGradient',
    conv2dInputGradient(filter, filter, [3, 3], { window: two, groups: 1 }),
    [1, 0, 0, 0, -2, 0, 0, 0, 1],
  ],
  [
    'conv2dWeightGradient',
    conv2dWeightGradient(square, filter, { window: two, groups: 1 }),
    [-4, -4, -4, -4],
  ],
  ['maxPool2d', maxPool2d(square, two), [5, 6, 8, 9]],
  ['maxPool2dIndices', maxPool2dIndices(square, two), [4, 5, 7, 8]],
  ['toFloat', ops.divide(ops.toFloat(counts), 2), [1, 0, 0.5]],
];

describe('values worked out by hand', () => {
  it.each(handMade)('%s', async (_, tensor, expected) => {
    expect(await valuesOf(tensor)).toEqual(expected);
  });

  it.each([
    ['relu', ops.relu(ops.constant(Number.NaN))],
    ['maximum', ops.maximum(ops.constant(Number.NaN), 1)],
    ['max', ops.max(ops.constant([1, Number.NaN, 2], [3]))],
    ['logSoftmax', ops.sum(ops.logSoftmax(ops.constant([1, Number.NaN], [2])))],
  ])('%s hands NaN on, so that divergence shows', async (_, tensor) => {
    expect(await valuesOf(tensor)).toEqual([Number.NaN]);
  });
});

test('an index outside of the table is refused', async () => {
  const outside = ops.gather(matrix, ops.constant([2], [1], 'int'));
  await expect(valuesOf(outside)).rejects.toThrow('An index must be in [0, 1]. Received 2.');
});

describe('every case of the table', () => {
  it.each(primitiveCases.map((tried) => [tried.name, tried] as const))('%s', async (_, tried) => {
    const single = await evaluate(tried.outputs, tried.inputs, 'float32');
    const double = await evaluate(tried.outputs, tried.inputs, 'float64');
    for (const [name, tensor] of Object.entries(tried.outputs)) {
      const kind = tensor.dtype === 'int' ? Int32Array : Float32Array;
      expect(single[name], `${name} ${formatShape(tensor.shape)}`).toBeInstanceOf(kind);
      expectClose(single[name], double[name], 1e-5, name);
    }
  });
});

describe('precision', () => {
  const tenth = ops.input('x', []);

  it('rounds every stored tensor to float32', async () => {
    const y = ops.subtract(ops.add(tenth, 1e8), 1e8);
    expect(await evaluate({ y }, { x: Float32Array.of(0.1) }, 'float32')).toEqual({
      y: Float32Array.of(0),
    });
  });

  it('keeps float64 where asked', async () => {
    const { y } = await evaluate({ y: tenth }, { x: Float64Array.of(0.1) });
    expect(y).toEqual(Float64Array.of(0.1));
  });

  it('adds up in float64 before it rounds', async () => {
    const x = Float32Array.of(1e8, 1, -1e8);
    const { y } = await evaluate({ y: ops.sum(ops.input('x', [3])) }, { x }, 'float32');
    expect(y[0]).toBe(1);
  });
});

describe('inputs', () => {
  const y = ops.add(ops.input('x', [2, 3]), ops.toFloat(ops.input('n', [3], 'int')));
  const x = new Float32Array(6);
  const n = new Int32Array(3);

  it.each([
    ['Input "z" is not one of [x, n].', { x, n, z: x }],
    ['Input "n" is missing.', { x }],
    ['Input "x" must hold 6 values for [2, 3]. Received 5.', { x: new Float32Array(5), n }],
    ['Input "n" must hold int values. Received Float32Array.', { x, n: new Float32Array(3) }],
    ['Input "x" must hold float values. Received Int32Array.', { x: new Int32Array(6), n }],
  ])('%s', async (message, inputs) => {
    const executable = await referenceExecutor().compile(program({ y }));
    const run = executable.run(inputs);
    await expect(run).rejects.toThrow(ProgramInputError);
    await expect(run).rejects.toThrow(message);
  });

  it('are not kept: results are copies that the next run leaves alone', async () => {
    const executable = await referenceExecutor().compile(program({ y }));
    const first = await executable.run({ x: x.map(() => 1), n });
    await executable.run({ x: x.map(() => 2), n });
    expect(first.y).toEqual(Float32Array.of(1, 1, 1, 1, 1, 1));
  });
});
