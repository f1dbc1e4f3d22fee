/** What convolutions and pools of a training step become: which nodes, and on which numbers. */
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { type Pair, window2d } from '../../graph/Window2d.ts';
import {
  conv2d,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dIndices,
} from '../../graph/windowOps.ts';
import { evaluate } from '../testing/evaluate.ts';
import { expectClose } from '../testing/expectClose.ts';
import { lowerProgram } from './lowerProgram.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

function operators(outputs: Record<string, Tensor>, threads = 1): string[] {
  const built = program(outputs);
  const names = built.inputs.map(({ name }) => name);
  return lowerProgram(built, names, Object.keys(outputs), { threads }).nodes.map(
    (node) => node.operator,
  );
}

const x = ops.input('x', [2, 3, 5, 4]);
const weight = ops.input('weight', [6, 3, 2, 2]);
const bias = ops.input('bias', [6]);
const y = () => conv2d(x, weight, { window: window2d([2, 2]), groups: 1 });
const along = (shape: Shape) => ops.reshape(bias, shape);

describe('a bias', () => {
  it.each([
    ['behind', () => ops.add(y(), along([1, 6, 1, 1]))],
    ['in front', () => ops.add(along([1, 6, 1, 1]), y())],
  ])('joins its convolution from %s', async (_, build) => {
    const outputs = { y: build() };
    expect(operators(outputs)).toEqual(['Conv']);
    const inputs = Object.fromEntries(
      program(outputs).inputs.map(({ name, shape }) => [
        name,
        Float32Array.from({ length: sizeOf(shape) }, (_value, index) => Math.sin(index)),
      ]),
    );
    const actual = await (await onnxExecutor(ort).compile(program(outputs))).run(inputs);
    expectClose(actual.y, (await evaluate(outputs, inputs)).y, 1e-5);
  });

  it('stays outside where the convolution is read by others too, or the axis is another', () => {
    const shared = y();
    const both = { sum: ops.add(shared, along([1, 6, 1, 1])), shared };
    expect(operators(both)).toContain('Add');
    const image = ops.input('image', [1, 1, 1, 6]);
    const filters = ops.input('filters', [6, 1, 1, 1]);
    const wide = conv2d(image, filters, { window: window2d([1, 1]), groups: 1 });
    expect(operators({ y: ops.add(wide, along([1, 1, 1, 6])) })).toContain('Add');
  });
});

describe('the gradient for a weight', () => {
  const gradient = (side: number, options: Parameters<typeof window2d>[1] = {}, groups = 1) => {
    const convolution = { window: window2d([3, 3], options), groups };
    const image = ops.input('image', [8, 2, side, side]);
    const filters = ops.input('filters', [4, 2 / groups, 3, 3]);
    const { shape } = conv2d(image, filters, convolution);
    return { g: conv2dWeightGradient(image, ops.input('given', shape), convolution) };
  };

  it('is a product of copies', () => {
    expect(operators(gradient(6))).toContain('Gemm');
    expect(operators(gradient(6, { padding: [1, 1, 1, 1] }))).toContain('Gemm');
  });

  it.each([
    ['a stride', gradient(6, { stride: [1, 2] })],
    ['groups', gradient(6, {}, 2)],
    ['copies that would be large', gradient(256)],
  ])('is a convolution for %s', (_, outputs) => expect(operators(outputs)).toContain('Conv'));
});

describe('the gradient of a maximum pool', () => {
  const gradient = (kernel: Pair, stride: Pair) => {
    const window = window2d(kernel, { stride });
    const indices = maxPool2dIndices(x, window);
    return { g: ops.scatterAdd(maxPool2d(x, window), indices, sizeOf(x.shape)) };
  };

  it('needs no indices where windows do not overlap', () => {
    const names = operators(gradient([2, 2], [2, 2]));
    expect(names.filter((name) => name === 'MaxPool')).toHaveLength(2);
    expect(names.filter((name) => name.startsWith('Scatter'))).toEqual([]);
  });

  it('adds up overlapping windows, on more threads element by element', () => {
    const overlapping = gradient([2, 2], [1, 1]);
    expect(operators(overlapping)).toContain('ScatterND');
    expect(operators(overlapping, 2)).toContain('ScatterElements');
    expect(operators(overlapping, 2)).not.toContain('ScatterND');
  });
});
