import { describe, expect, it } from 'vitest';
import { gradients } from '../../graph/gradients.ts';
import * as ops from '../../graph/ops.ts';
import { program, topologicalOrder } from '../../graph/Program.ts';
import type { Tensor } from '../../graph/Tensor.ts';
import { MOST_ARGUMENTS, nodesInMemory } from './placement.ts';
import { planKernels } from './planKernels.ts';
import { rewrite } from './rewrite.ts';
import { dialect as webgl2 } from './webgl2/dialect.ts';
import { dialect as webgpu } from './webgpu/dialect.ts';

const { add, exp, input, matmul, multiply, relu, sum } = ops;
const x = input('x', [8, 16]);

/** What is stored of the outputs, by kind, without what is given. */
function stored(...outputs: readonly Tensor[]): string[] {
  const nodes = rewrite(program(Object.fromEntries(outputs.map((y, i) => [`y${i}`, y]))));
  const wanted = outputs.map((y) => nodes.get(y)!);
  const inMemory = nodesInMemory(topologicalOrder(wanted), new Set(wanted), webgpu);
  const kinds = [...inMemory].map(({ op }) => op.kind);
  return kinds.filter((kind) => kind !== 'input' && kind !== 'constant').sort();
}

describe('what stands in memory', () => {
  it('an output, and not what leads to it alone', () => {
    expect(stored(relu(add(exp(x), 1)))).toEqual(['relu']);
  });

  it('a product joins the elementwise node behind it', () => {
    expect(stored(relu(add(matmul(x, input('w', [16, 4])), input('b', [4]))))).toEqual(['relu']);
  });

  it('a product that two read is stored, and computed once', () => {
    const product = matmul(x, input('w', [16, 4]));
    expect(stored(relu(product), exp(product))).toEqual(['exp', 'matmul', 'relu']);
  });

  it('a computed factor of a product is stored: many threads read it', () => {
    expect(stored(matmul(relu(x), input('w', [16, 4])))).toEqual(['matmul', 'relu']);
  });

  it('a sum is not done again by each element that it is spread over', () => {
    const total = sum(exp(x), { axes: [1], keepDims: true });
    expect(stored(multiply(x, total))).toEqual(['multiply', 'sum']);
  });

  it('cheap arithmetic that two read is done again, expensive is stored', () => {
    const cheap = add(x, 1);
    expect(stored(exp(cheap), relu(cheap))).toEqual(['exp', 'relu']);
    const expensive = Array.from({ length: 7 }).reduce<Tensor>((y) => exp(multiply(y, 0.5)), x);
    expect(stored(ops.negate(expensive), relu(expensive))).toEqual(['exp', 'negate', 'relu']);
  });

  it('a scalar constant is written out, a list is given', () => {
    const list = ops.constant([1, 2, 3], [3]);
    expect(stored(add(multiply(input('a', [3]), list), 2))).toEqual(['add']);
  });
});

describe('a kernel reads no more than every device binds', () => {
  const many = Array.from({ length: 20 }, (_, index) => input(`x${index}`, [4]));

  it.each([webgpu, webgl2])('whatever is added up', (dialect) => {
    const total = many.reduce<Tensor>((a, b) => add(a, b), ops.constant(0));
    const { kernels } = planKernels(program({ total }), dialect);
    expect(kernels.length).toBeGreaterThan(1);
    for (const { reads } of kernels) expect(reads.length).toBeLessThanOrEqual(MOST_ARGUMENTS);
  });

  it('nor do the gradients of it', () => {
    const y = many.reduce<Tensor>((a, b) => multiply(a, exp(b)), ops.constant(1));
    const outputs = gradients(sum(y), many).map((g, index) => [`g${index}`, g!] as const);
    const { kernels } = planKernels(program(Object.fromEntries(outputs)), webgpu);
    for (const { reads } of kernels) expect(reads.length).toBeLessThanOrEqual(MOST_ARGUMENTS);
  });
});

it('on WebGL2 all threads are in a row', () => {
  const w = input('w', [16, 4]);
  const outputs = { y: relu(matmul(x, w)), t: ops.transpose(x, [1, 0]) };
  const sizes = planKernels(program(outputs), webgl2).kernels.map(({ output }) => output.length);
  expect(sizes).toEqual([1, 1]);
});
