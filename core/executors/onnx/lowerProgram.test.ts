/**
 * What the lowering makes of the patterns that training steps are made of: fewer nodes, the same
 * numbers.
 */
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { UnsupportedOpError } from '../../graph/errors.ts';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import type { Shape, Tensor } from '../../graph/Tensor.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import { evaluate } from '../testing/evaluate.ts';
import { expectClose } from '../testing/expectClose.ts';
import { lowerProgram } from './lowerProgram.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

const [M, K, N] = [6, 5, 4];
const a = ops.input('a', [M, K]);
const b = ops.input('b', [K, N]);
const c = ops.input('c', [M, N]);
const row = ops.input('row', [N]);
const rate = ops.input('rate', []);
const narrow = { a: ops.input('narrowA', [M, 1]), b: ops.input('narrowB', [1, N]) };
const wide = { a: ops.input('wideA', [M, 9]), b: ops.input('wideB', [9, N]) };
const product = () => ops.matmul(a, b);

function leaky(x: Tensor) {
  const factor = ops.where(ops.greater(x, 0), 1, 0.1);
  return { y: ops.multiply(x, factor), factor };
}

function operators(outputs: Record<string, Tensor>): string[] {
  const lowered = program(outputs);
  const names = lowered.inputs.map((input) => input.name);
  return lowerProgram(lowered, names, Object.keys(outputs)).nodes.map((node) => node.operator);
}

const values = (shape: Shape, seed: number) =>
  Float32Array.from({ length: sizeOf(shape) }, (_, index) => Math.sin(seed + index * 1.7));

/** Against the reference executor in float64. */
async function expectSameNumbers(outputs: Record<string, Tensor>): Promise<void> {
  const built = program(outputs);
  const inputs = Object.fromEntries(
    built.inputs.map(({ name, shape }, index) => [name, values(shape, index + 1)]),
  );
  const executable = await onnxExecutor(ort).compile(built);
  const actual = await executable.run(inputs);
  const expected = await evaluate(outputs, inputs);
  for (const name of Object.keys(outputs)) expectClose(actual[name], expected[name], 1e-5, name);
}

const patterns: readonly (readonly [string, Record<string, Tensor>, readonly string[]])[] = [
  ['a bias', { y: ops.add(product(), row) }, ['Gemm']],
  ['a bias on the left', { y: ops.add(row, product()) }, ['Gemm']],
  ['a broadcast bias', { y: ops.add(product(), ops.broadcastTo(row, [M, N])) }, ['Gemm']],
  ['momentum', { y: ops.add(ops.multiply(c, 0.9), product()) }, ['Gemm']],
  ['weight decay', { y: ops.add(product(), ops.multiply(c, 0.01)) }, ['Gemm']],
  ['a product taken from a matrix', { y: ops.subtract(c, product()) }, ['Gemm']],
  ['a matrix taken from a product', { y: ops.subtract(product(), c) }, ['Gemm']],
  ['constant factors', { y: ops.subtract(c, ops.multiply(ops.negate(product()), 3)) }, ['Gemm']],
  [
    'an update by a learning rate',
    { y: ops.subtract(c, ops.multiply(rate, ops.matmul(narrow.a, narrow.b))) },
    ['Mul', 'Gemm'],
  ],
  [
    'a rate that would be dearer before the product',
    { y: ops.subtract(c, ops.multiply(rate, ops.matmul(wide.a, wide.b))) },
    ['Gemm', 'Mul', 'Sub'],
  ],
  [
    'a product that something else reads',
    (() => {
      const shared = product();
      return { y: ops.add(shared, row), z: ops.exp(shared) };
    })(),
    ['Gemm', 'Add', 'Exp'],
  ],
  [
    'a large product whose first factor is read turned',
    { y: ops.matmul(ops.input('x', [3, 128]), ops.input('g', [3, 130]), { transposeA: true }) },
    ['Transpose', 'Gemm'],
  ],
  ['two products', { y: ops.add(product(), ops.matmul(narrow.a, narrow.b)) }, ['Gemm', 'Gemm']],
  [
    'a product with itself added',
    (() => {
      const twice = product();
      return { y: ops.add(twice, twice) };
    })(),
    ['Gemm', 'Add'],
  ],
  ['column sums', { y: ops.sum(c, { axes: [0] }) }, ['MatMul']],
  ['column sums, kept', { y: ops.sum(c, { axes: [0], keepDims: true }) }, ['MatMul']],
  ['the slope of ReLU', { y: ops.sign(ops.relu(c)) }, ['Relu', 'HardSigmoid']],
  [
    'an expansion that broadcasting does',
    { y: ops.multiply(c, ops.broadcastTo(rate, [M, N])) },
    ['Mul'],
  ],
  [
    'an expansion that nothing else does',
    { y: ops.multiply(ops.broadcastTo(row, [M, N]), ops.broadcastTo(rate, [M, N])) },
    ['Expand', 'Mul'],
  ],
  ['a choice by comparison', { y: ops.where(ops.greater(c, 0), c, 0) }, ['Greater', 'Where']],
  ['what no output reads', { y: ops.stopGradient(ops.exp(c)) }, ['Exp']],
];

describe('lowering', () => {
  it.each(patterns)('%s', async (_, outputs, expected) => {
    expect(operators(outputs)).toEqual(expected);
    await expectSameNumbers(outputs);
  });

  it('loses no NaN, so that a loss that has diverged shows it', async () => {
    const outputs = {
      relu: ops.relu(ops.add(product(), row)),
      leaky: leaky(ops.add(product(), row)).y,
      columns: ops.sum(product(), { axes: [0] }),
      loss: ops.mean(ops.logSoftmax(ops.relu(product()))),
    };
    const executable = await onnxExecutor(ort).compile(program(outputs));
    const inputs = {
      a: values([M, K], 1).fill(Number.NaN),
      b: values([K, N], 2),
      row: values([N], 3),
    };
    for (const data of Object.values(await executable.run(inputs))) {
      expect([...data].every(Number.isNaN)).toBe(true);
    }
  });

  it('takes 0, -0 and infinities through LeakyReLU', async () => {
    const tiny = 2 ** -100;
    const x = Float32Array.of(0, -0, Infinity, -Infinity, tiny, -tiny);
    const executable = await onnxExecutor(ort).compile(program(leaky(ops.input('x', [6]))));
    const { y, factor } = await executable.run({ x });
    expect([...factor]).toEqual([...Float32Array.of(0.1, 0.1, 1, 0.1, 1, 0.1)]);
    expectClose(y, [0, -0, Infinity, -Infinity, tiny, -tiny * Math.fround(0.1)], 0);
  });

  it('refuses a primitive that it does not know', () => {
    const unknown = { ...c, op: { kind: 'fourier' }, inputs: [c] } as unknown as Tensor;
    expect(() => operators({ y: unknown })).toThrow(UnsupportedOpError);
  });
});
