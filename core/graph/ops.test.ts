import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DTypeMismatchError, ShapeMismatchError } from './errors.ts';
import * as ops from './ops.ts';
import { shapesEqual } from './Tensor.ts';
import { window2d } from './Window2d.ts';
import * as windowOps from './windowOps.ts';

const float = (...shape: number[]) => ops.input('x', shape);
const int = (...shape: number[]) => ops.input('n', shape, 'int');

const shapeMistakes: readonly (readonly [string, () => unknown])[] = [
  ['constant expected 6 values or one. Received [5].', () => ops.constant([1, 2, 3, 4, 5], [2, 3])],
  [
    'add expected a shape that broadcasts with [2, 3]. Received [2].',
    () => ops.add(float(2, 3), float(2)),
  ],
  [
    'equal expected a shape that broadcasts with [4]. Received [3].',
    () => ops.equal(int(4), int(3)),
  ],
  [
    'where expected a shape that broadcasts with [2]. Received [3].',
    () => ops.where(float(2), float(3), 0),
  ],
  ['matmul expected a matrix as a. Received [3].', () => ops.matmul(float(3), float(3, 2))],
  ['matmul expected a matrix as b. Received [].', () => ops.matmul(float(2, 3), float())],
  [
    'matmul expected 3 as the inner size of b. Received [2, 3].',
    () => ops.matmul(float(2, 3), float(2, 3)),
  ],
  [
    'matmul expected 2 as the inner size of b. Received [3, 4].',
    () => ops.matmul(float(2, 3), float(3, 4), { transposeA: true }),
  ],
  [
    'sum expected a shape with an axis 2. Received [2, 3].',
    () => ops.sum(float(2, 3), { axes: [2] }),
  ],
  [
    'max expected a shape with an axis -3. Received [2, 3].',
    () => ops.max(float(2, 3), { axes: [-3] }),
  ],
  ['mean expected a shape with an axis 0. Received [].', () => ops.mean(float(), { axes: [0] })],
  ['argMax expected a shape with an axis -1. Received [].', () => ops.argMax(float())],
  ['logSoftmax expected a shape with an axis 1. Received [4].', () => ops.logSoftmax(float(4), 1)],
  ['reshape expected 6 elements for [2, 3]. Received [5].', () => ops.reshape(float(5), [2, 3])],
  [
    'transpose expected the axes permuted by [0, 0]. Received [2, 3].',
    () => ops.transpose(float(2, 3), [0, 0]),
  ],
  [
    'transpose expected the axes permuted by [1, 0]. Received [2].',
    () => ops.transpose(float(2), [1, 0]),
  ],
  [
    'broadcastTo expected a shape that broadcasts with [3]. Received [2].',
    () => ops.broadcastTo(float(3), [2]),
  ],
  [
    'broadcastTo expected a shape that grows to [1]. Received [3].',
    () => ops.broadcastTo(float(3), [1]),
  ],
];

const unit = window2d([2, 2]);
const convolution = { window: unit, groups: 1 };

const windowMistakes: readonly (readonly [string, () => unknown])[] = [
  [
    'conv2d expected a shape [N, C, H, W]. Received [3, 4, 4].',
    () => windowOps.conv2d(float(3, 4, 4), float(2, 3, 2, 2), convolution),
  ],
  [
    'conv2d expected [2, 3, 2, 2]. Received [2, 4, 2, 2].',
    () => windowOps.conv2d(float(1, 3, 4, 4), float(2, 4, 2, 2), convolution),
  ],
  [
    'conv2d expected at least the window of 2×2. Received [1, 3, 1, 4].',
    () => windowOps.conv2d(float(1, 3, 1, 4), float(2, 3, 2, 2), convolution),
  ],
  [
    'conv2d expected channels in 2 groups. Received [3, 2].',
    () => windowOps.conv2d(float(1, 3, 4, 4), float(2, 3, 2, 2), { window: unit, groups: 2 }),
  ],
  [
    'conv2dInputGradient expected [1, 2, 3, 3]. Received [1, 2, 4, 3].',
    () => windowOps.conv2dInputGradient(float(1, 2, 4, 3), float(2, 3, 2, 2), [4, 4], convolution),
  ],
  [
    'conv2dWeightGradient expected [1, 2, 3, 3]. Received [1, 2, 3, 2].',
    () => windowOps.conv2dWeightGradient(float(1, 3, 4, 4), float(1, 2, 3, 2), convolution),
  ],
  [
    'maxPool2d expected a shape [N, C, H, W]. Received [4, 4].',
    () => windowOps.maxPool2d(float(4, 4), unit),
  ],
  ['gather expected a table. Received [].', () => ops.gather(float(), int(2))],
  [
    'scatterAdd expected values for the indices [3]. Received [2, 4].',
    () => ops.scatterAdd(float(2, 4), int(3), 5),
  ],
];

const dtypeMistakes: readonly (readonly [string, () => unknown])[] = [
  ['exp expected float values. Received int.', () => ops.exp(int(3))],
  ['multiply expected float values. Received int.', () => ops.multiply(float(3), int(3))],
  ['equal expected int values. Received float.', () => ops.equal(int(3), float(3))],
  ['where expected float values. Received int.', () => ops.where(float(3), int(3), 0)],
  ['matmul expected float values. Received int.', () => ops.matmul(int(2, 2), float(2, 2))],
  ['sum expected float values. Received int.', () => ops.sum(int(3))],
  ['argMax expected float values. Received int.', () => ops.argMax(int(3))],
  ['logSoftmax expected float values. Received int.', () => ops.logSoftmax(int(3))],
  ['oneHot expected int values. Received float.', () => ops.oneHot(float(3), 4)],
  ['gather expected int values. Received float.', () => ops.gather(float(3), float(2))],
  ['scatterAdd expected int values. Received float.', () => ops.scatterAdd(float(2), float(2), 3)],
  [
    'maxPool2d expected float values. Received int.',
    () => windowOps.maxPool2d(int(1, 1, 2, 2), unit),
  ],
];

describe('shape rules', () => {
  it.each([...shapeMistakes, ...windowMistakes])('%s', (message, build) => {
    expect(build).toThrow(ShapeMismatchError);
    expect(build).toThrow(message);
  });

  it.each(dtypeMistakes)('%s', (message, build) => {
    expect(build).toThrow(DTypeMismatchError);
    expect(build).toThrow(message);
  });

  it.each([
    ['sum over one axis', ops.sum(float(2, 3, 4), { axes: [1] }), [2, 4]],
    ['sum kept', ops.sum(float(2, 3, 4), { axes: [-1, 0], keepDims: true }), [1, 3, 1]],
    ['sum over all', ops.sum(float(2, 3)), []],
    ['argMax', ops.argMax(float(2, 3), 0), [3]],
    [
      'matmul',
      ops.matmul(float(3, 2), float(4, 3), { transposeA: true, transposeB: true }),
      [2, 4],
    ],
    ['oneHot', ops.oneHot(int(2, 3), 5), [2, 3, 5]],
    ['transpose', ops.transpose(float(2, 3, 4), [2, 0, 1]), [4, 2, 3]],
    ['where', ops.where(float(2, 1), float(3), 0), [2, 3]],
  ])('%s', (_, tensor, shape) => {
    expect(tensor.shape).toEqual(shape);
  });

  it('gives back the very tensor where nothing would change', () => {
    const x = float(2, 3);
    expect(ops.reshape(x, [2, 3])).toBe(x);
    expect(ops.broadcastTo(x, [2, 3])).toBe(x);
    expect(ops.toFloat(x)).toBe(x);
  });

  it('broadcasts in either order to one shape, which takes both (seed 7)', () => {
    const sizes = fc.array(fc.constantFrom(1, 3), { maxLength: 4 });
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const shape = ops.broadcastShapes('test', a, b);
        expect(ops.broadcastShapes('test', b, a)).toEqual(shape);
        expect(shapesEqual(ops.broadcastTo(float(...a), shape).shape, shape)).toBe(true);
        expect(shapesEqual(ops.broadcastTo(float(...b), shape).shape, shape)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
