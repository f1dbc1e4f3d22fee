import { describe, expect, it } from 'vitest';
import type { TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { evaluate, valuesOf } from '../executors/testing/evaluate.ts';
import { expectClose } from '../executors/testing/expectClose.ts';
import type { PrimitiveCase } from '../executors/testing/PrimitiveCase.ts';
import { primitiveCases } from '../executors/testing/primitiveCases.ts';
import { randomAt } from '../random/randomAt.ts';
import { gradients } from './gradients.ts';
import * as ops from './ops.ts';
import { program } from './Program.ts';
import { sizeOf, type Tensor } from './Tensor.ts';

const step = 1e-5;
const elementsTried = 24;

/** A scalar that depends on every element of y in its own measure. */
function weightedSum(y: Tensor): Tensor {
  const random = randomAt({ seed: 3, stream: 'augment' });
  const weights = Array.from({ length: sizeOf(y.shape) }, () => random.nextFloat() - 0.5);
  return ops.sum(ops.multiply(y, ops.constant(weights, y.shape)));
}

function inDoubles({ inputs }: PrimitiveCase): Record<string, TensorData> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, data]) => [
      name,
      data instanceof Int32Array ? data : Float64Array.from(data),
    ]),
  );
}

/** All elements of a small tensor, some of a large one. */
function someElements(length: number): number[] {
  const stride = Math.max(1, length / elementsTried);
  return Array.from({ length: Math.min(length, elementsTried) }, (_, i) => Math.floor(i * stride));
}

async function checkByFiniteDifferences(tried: PrimitiveCase): Promise<void> {
  const loss = weightedSum(tried.outputs.y);
  const { inputs, order } = program({ loss });
  const floats = inputs.filter((input) => input.dtype === 'float');
  const executable = await referenceExecutor({ precision: 'float64' }).compile(program({ loss }));
  const values = inDoubles(tried);
  const lossAt = async () => (await executable.run(values)).loss[0];
  for (const { name } of floats) {
    const tensors = order.filter((t) => t.op.kind === 'input' && t.op.name === name);
    // Two inputs of one name are two tensors: the whole derivative is the sum of theirs.
    const total = gradients(loss, tensors).reduce((a, b) => ops.add(a, b));
    const found = (await evaluate({ total }, values)).total;
    for (const element of someElements(found.length)) {
      const value = values[name][element];
      values[name][element] = value + step;
      const above = await lossAt();
      values[name][element] = value - step;
      const below = await lossAt();
      values[name][element] = value;
      const expected = (above - below) / (2 * step);
      expectClose(found.subarray(element, element + 1), [expected], 1e-6, `∂${name} of ${element}`);
    }
  }
}

describe('each gradient rule agrees with central differences', () => {
  const cases = primitiveCases.filter((tried) => tried.differentiable);
  it.each(cases.map((tried) => [tried.name, tried] as const))('%s', (_, tried) =>
    checkByFiniteDifferences(tried),
  );
});

describe('where a derivative does not exist', () => {
  const gradientAt = async (build: (x: Tensor) => Tensor, ...values: number[]) => {
    const x = ops.input('x', [values.length]);
    const [g] = gradients(ops.sum(build(x)), [x]);
    return valuesOf(g, { x: Float64Array.from(values) });
  };

  it('relu takes 0 at 0', async () => {
    expect(await gradientAt(ops.relu, -1, 0, 1)).toEqual([0, 0, 1]);
  });

  it('abs takes 0 at 0', async () => {
    expect(await gradientAt(ops.abs, -1, 0, 1)).toEqual([-1, 0, 1]);
  });

  it('max shares equally among equal maxima', async () => {
    expect(await gradientAt((x) => ops.max(x), 3, 1, 3, 3, 2)).toEqual([1 / 3, 0, 1 / 3, 1 / 3, 0]);
  });

  it.each([
    ['maximum', ops.maximum, [0, 0.5, 1]],
    ['minimum', ops.minimum, [1, 0.5, 0]],
  ])('%s gives half to each at a tie', async (_, build, expected) => {
    expect(await gradientAt((x) => build(x, 2), 1, 2, 3)).toEqual(expected);
    expect(await gradientAt((x) => build(2, x), 1, 2, 3)).toEqual(expected);
  });

  it.each([
    ['sign', ops.sign],
    ['greater', (x: Tensor) => ops.greater(x, 0)],
    ['stopGradient', ops.stopGradient],
    ['oneHot of argMax', (x: Tensor) => ops.oneHot(ops.argMax(x), 4)],
  ])('%s passes nothing', async (_, build) => {
    expect(await gradientAt(build, 1, -2)).toEqual([0, 0]);
  });
});

describe('gradients', () => {
  const x = ops.input('x', [2, 3]);
  const w = ops.input('w', [3, 4]);
  const kinds = (y: Tensor) => program({ y }).order.map((tensor) => tensor.op.kind);

  it('refuses a loss that is not a scalar', () => {
    expect(() => gradients(x, [x])).toThrow('gradients expected a scalar loss. Received [2, 3].');
  });

  it('gives zeros of its shape for a parameter that the loss does not reach', () => {
    const [g] = gradients(ops.sum(x), [w]);
    expect(g.shape).toEqual([3, 4]);
    expect(g.op).toEqual({ kind: 'constant', values: [0] });
  });

  it('takes intermediate tensors as parameters, and the loss itself', async () => {
    const hidden = ops.exp(x);
    const loss = ops.sum(ops.multiply(hidden, 3));
    const [byHidden, byLoss] = gradients(loss, [hidden, loss]);
    expect(await valuesOf(byHidden)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(await valuesOf(byLoss)).toEqual([1]);
  });

  it('adds up over all uses of a tensor', async () => {
    const s = ops.input('s', []);
    const [g] = gradients(ops.add(ops.multiply(s, s), ops.multiply(s, 3)), [s]);
    expect(await valuesOf(g, { s: Float64Array.of(5) })).toEqual([13]);
  });

  it('can be taken twice', async () => {
    const s = ops.input('s', []);
    const cube = ops.multiply(s, ops.multiply(s, s));
    const [first] = gradients(cube, [s]);
    const [second] = gradients(first, [s]);
    expect(await valuesOf(second, { s: Float64Array.of(2) })).toEqual([12]);
  });

  it('rearranges no matrix for a product, and multiplies by no seed', () => {
    const y = ops.matmul(x, w);
    const [byX, byW] = gradients(ops.sum(ops.multiply(y, ops.exp(y))), [x, w]);
    for (const tensor of program({ byX, byW }).order) {
      expect(['transpose', 'broadcastTo', 'reshape']).not.toContain(tensor.op.kind);
    }
    expect(kinds(gradients(ops.sum(ops.exp(x)), [x])[0])).toEqual(['input', 'exp']);
  });

  it('scales where it begins, and only there', async () => {
    const rate = ops.input('rate', []);
    const [g] = gradients(ops.mean(ops.multiply(x, x)), [x], rate);
    const read = program({ g }).order.filter(({ inputs }) => inputs.includes(rate));
    expect(read.map(({ shape }) => shape)).toEqual([[]]);
    const values = { x: Float64Array.of(1, 2, 3, 4, 5, 6), rate: Float64Array.of(3) };
    expect(await valuesOf(g, values)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses a scale that is no scalar', () => {
    expect(() => gradients(ops.sum(x), [x], x)).toThrow(
      'gradients expected a scalar scale. Received [2, 3].',
    );
  });

  it('lets a mean stay one number', () => {
    const [g] = gradients(ops.mean(ops.multiply(x, x)), [x]);
    expect(kinds(g)).toEqual(['constant', 'input', 'multiply']);
    expect(g.inputs[0].op).toEqual({ kind: 'constant', values: [2 / 6] });
  });
});
