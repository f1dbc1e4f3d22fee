/** Trained convolutions with their samples last: which nodes, and that they compute the same. */
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../graph/gradients.ts';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { type Pair, window2d } from '../../graph/Window2d.ts';
import { conv2d, maxPool2d } from '../../graph/windowOps.ts';
import { evaluate } from '../testing/evaluate.ts';
import { expectClose } from '../testing/expectClose.ts';
import { lowerProgram } from './lowerProgram.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

interface Network {
  readonly samples?: number;
  readonly window?: Parameters<typeof window2d>[1];
  readonly behind?: (x: Tensor) => Tensor;
  readonly pool?: Pair;
  /** Read all by itself, without the pool. */
  readonly isShared?: boolean;
}

const relu = ops.relu;
const leakyRelu = (x: Tensor) => ops.multiply(x, ops.where(ops.greater(x, 0), 1, 0.25));
const perChannel = (name: string) => ops.reshape(ops.input(name, [3]), [1, 3, 1, 1]);
const scaled = (x: Tensor) => {
  const mean = ops.multiply(ops.sum(x, { axes: [0, 2, 3], keepDims: true }), 1 / 512);
  return ops.add(ops.multiply(ops.subtract(x, mean), perChannel('scale')), perChannel('shift'));
};
const masked = (x: Tensor) => ops.multiply(x, ops.input('mask', x.shape));

/** Two convolutions with something behind the first, and the gradients of what comes out. */
function outputsOf({
  samples = 16,
  window = { padding: [1, 1, 1, 1] },
  behind = relu,
  pool = [2, 2],
  isShared = false,
}: Network): Record<string, Tensor> {
  const x = ops.input('x', [samples, 2, 8, 9]);
  const [first, second] = [ops.input('first', [3, 2, 3, 3]), ops.input('second', [2, 3, 2, 2])];
  const convolved = conv2d(x, first, { window: window2d([3, 3], window), groups: 1 });
  const inner = behind(ops.add(convolved, perChannel('bias')));
  const pooled = maxPool2d(inner, window2d(pool, { stride: pool }));
  const y = conv2d(pooled, second, { window: window2d([2, 2]), groups: 1 });
  const weighted = ops.sum(ops.multiply(y, ops.input('given', y.shape)));
  const loss = isShared ? ops.add(weighted, ops.sum(inner)) : weighted;
  const inputs = { x, first, second };
  const derived = gradients(loss, Object.values(inputs));
  return {
    y,
    ...Object.fromEntries(Object.keys(inputs).map((name, index) => [name, derived[index]!])),
  };
}

function operators(outputs: Record<string, Tensor>): string[] {
  const built = program(outputs);
  const names = built.inputs.map(({ name }) => name);
  return lowerProgram(built, names, Object.keys(outputs)).nodes.map(({ operator }) => operator);
}

/** Whole numbers, so that many places of a window are equal, and sums are exact. */
function wholeNumbers(shape: Shape, seed: number): Float32Array {
  return Float32Array.from({ length: sizeOf(shape) }, (_, index) =>
    Math.round(1.4 * Math.sin(index * index + seed)),
  );
}

const networks: readonly (readonly [string, Network])[] = [
  ['a ReLU before the pool', {}],
  ['a ReLU that others read, too', { isShared: true }],
  ['no ReLU', { behind: (x) => x }],
  ['a LeakyReLU', { behind: leakyRelu }],
  ['channels that are centred and scaled', { behind: (x) => relu(scaled(x)) }],
  ['a mask', { behind: (x) => masked(relu(x)) }],
  ['a smooth activation', { behind: ops.tanh }],
  ['a dilation', { window: { dilation: [2, 1], padding: [1, 0, 2, 1] } }],
  ['windows that leave rows out', { pool: [3, 2] }],
  ['windows of one row', { pool: [1, 4] }],
];

describe.each(networks)('with %s', (_, network) => {
  it('a step is made of products and planes', () => {
    const names = operators(outputsOf(network));
    expect(names.filter((name) => /Conv|MaxPool|Scatter/.test(name))).toEqual([]);
  });

  it('computes what the reference executor computes, equal maxima among it', async () => {
    const outputs = outputsOf(network);
    const inputs = Object.fromEntries(
      program(outputs).inputs.map(({ name, shape }, index) => [name, wholeNumbers(shape, index)]),
    );
    const expected = await evaluate(outputs, inputs);
    const actual = await (await onnxExecutor(ort).compile(program(outputs))).run(inputs);
    for (const name of Object.keys(outputs)) {
      expectClose(actual[name], expected[name]!, 1e-5, name);
    }
  });
});

it('is left to the runtime where samples are few, strides are long, or nothing is learned', () => {
  expect(operators(outputsOf({ samples: 15 }))).toContain('Conv');
  const stride = { stride: [1, 2], padding: [1, 1, 1, 1] } as const;
  expect(operators(outputsOf({ window: stride }))).toContain('Conv');
  const { y } = outputsOf({});
  expect(operators({ y: y! })).toContain('Conv');
});

it('copies what a convolution reads once, for the result and for the weight', () => {
  const names = operators(outputsOf({}));
  // Two convolutions, and two gradients for what they read.
  expect(names.filter((name) => name === 'Gather')).toHaveLength(2 + 2);
});

describe('the copies that a step keeps', () => {
  /** Convolutions of 16 channels one behind the other; the copies of each are 151 MB. */
  function stack(count: number): Record<string, Tensor> {
    const weights = Array.from({ length: count }, (_, index) =>
      ops.input(`weight${index}`, [16, 16, 3, 3]),
    );
    const window = window2d([3, 3], { padding: [1, 1, 1, 1] });
    const y = weights.reduce(
      (x, weight) => relu(conv2d(x, weight, { window, groups: 1 })),
      ops.input('x', [64, 16, 64, 64]),
    );
    const derived = gradients(ops.sum(y), weights);
    return Object.fromEntries(derived.map((gradient, index) => [`g${index}`, gradient]));
  }

  it('fit a budget together, or none is kept', () => {
    expect(operators(stack(1))).not.toContain('Conv');
    const names = operators(stack(2));
    expect(names).toContain('Conv');
    expect(names).toContain('ConvTranspose');
    expect(names).not.toContain('Gather');
  });

  it('are none where the list of places would be long', () => {
    const image = ops.input('x', [16, 1, 256, 256]);
    const weight = ops.input('weight', [1, 1, 3, 3]);
    const y = conv2d(image, weight, { window: window2d([3, 3]), groups: 1 });
    const [g] = gradients(ops.sum(ops.multiply(y, y)), [weight]);
    expect(operators({ g: g! })).toContain('Conv');
  });
});

it('leaves windows of very many places to the runtime', () => {
  const image = ops.input('x', [16, 1, 32, 32]);
  const weight = ops.input('weight', [1, 1, 3, 3]);
  const window = window2d([3, 3], { padding: [1, 1, 1, 1] });
  const inner = relu(conv2d(image, weight, { window, groups: 1 }));
  const y = maxPool2d(inner, window2d([16, 16], { stride: [16, 16] }));
  const [g] = gradients(ops.sum(ops.multiply(y, y)), [weight]);
  expect(operators({ g: g! })).toContain('MaxPool');
});
