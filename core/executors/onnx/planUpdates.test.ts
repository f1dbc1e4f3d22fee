/** Which updates are computed in blocks or together, and that they come to the same numbers. */
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import * as ops from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { prepareOptimizer } from '../../optimizers/prepareOptimizer.ts';
import { optimizerDefinitions } from '../../optimizers/registry.ts';
import { randomAt } from '../../random/randomAt.ts';
import { type Executor, type LoopProgram, loopProgram, type TensorMap } from '../Executor.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from '../testing/expectClose.ts';
import { lowerLoop } from './lowerLoop.ts';
import { onnxExecutor } from './OnnxExecutor.ts';
import { planUpdates } from './planUpdates.ts';

const LARGE: Shape = [300, 256];
const STEPS = 3;
const w = ops.input('w', LARGE);
const v = ops.input('v', LARGE);
const g = ops.input('g', LARGE);
const rate = ops.input('rate', []);
const row = ops.input('row', [256]);
const product = () => ops.matmul(ops.input('a', [300, 4]), ops.input('b', [4, 256]));

/** The shapes of the arrays that updates work on. */
function shapesOf(outputs: Record<string, Tensor>, threads = 1): (readonly number[])[] {
  return planUpdates(loopProgram(program(outputs)), threads).map(({ shape }) => shape);
}

const descend = (direction: Tensor, from: Tensor = w, by: Tensor = rate) =>
  ops.subtract(from, ops.multiply(direction, by));

/** Behind a product, too long for it to take along. */
function adaptive(gradient: Tensor) {
  const squares = ops.add(ops.multiply(v, 0.9), ops.multiply(gradient, gradient));
  return { v: squares, w: descend(ops.divide(gradient, ops.add(ops.sqrt(squares), 1e-8))) };
}

describe('a large update', () => {
  it('is cut into blocks of equal size, whole cache lines where a divisor allows it', () => {
    const sized = (shape: Shape) =>
      shapesOf({ w: descend(ops.input('g', shape), ops.input('w', shape)) });
    expect(sized(LARGE)).toEqual([[5, 15_360]]);
    expect(sized([1024, 784])).toEqual([[49, 16_384]]);
    expect(sized([65_550])).toEqual([[5, 13_110]]);
    // A prime.
    expect(sized([65_537])).toEqual([]);
    // Small enough for the cache by itself.
    expect(sized([255, 256])).toEqual([]);
  });

  it.each<readonly [string, Record<string, Tensor>, number]>([
    ['of a gradient that is no product', { w: descend(g) }, 1],
    ['of a product, which takes the rate along', { w: descend(product()) }, 0],
    ['of a product behind which much is to do', adaptive(product()), 1],
    ['by a scalar that fills a matrix', { w: descend(ops.broadcastTo(rate, LARGE)) }, 0],
    ['by a row that fills a matrix', { w: descend(ops.broadcastTo(row, LARGE)) }, 0],
    ['by a row', { w: descend(ops.multiply(g, row)) }, 0],
    ['beside a report of what it reads', { ...adaptive(g), sum: ops.sum(ops.abs(g)) }, 1],
    ['beside a report of the same', { w: descend(g), copy: ops.multiply(descend(g), 2) }, 1],
    ['twice', { w: descend(g), v: descend(g, v) }, 2],
    ['that does not read its state', { w: ops.multiply(ops.exp(g), rate) }, 0],
  ])('%s', (_, outputs, updates) => {
    expect(shapesOf(outputs)).toHaveLength(updates);
  });

  it('stays whole where something outside waits for a part of it', () => {
    const half = ops.multiply(w, 0.5);
    expect(shapesOf({ w: ops.add(half, ops.multiply(g, ops.sum(half))) })).toEqual([]);
  });

  it('stays whole on several threads', () => expect(shapesOf({ w: descend(g) }, 2)).toEqual([]));
});

/** Of parameters `p0`, `p1` and so on, each by its own gradient. */
const descents = (shapes: readonly Shape[], by: (index: number) => Tensor = () => rate) =>
  Object.fromEntries(
    shapes.map((shape, i) => {
      const [p, gradient] = [ops.input(`p${i}`, shape), ops.input(`g${i}`, shape)];
      return [`p${i}`, descend(gradient, p, by(i))];
    }),
  );

describe('small updates', () => {
  const shapes: readonly Shape[] = [[10], [20, 3], [7], [8200]];

  it('are computed together, on any threads', () => {
    expect(shapesOf(descents(shapes))).toEqual([[77]]);
    expect(shapesOf(descents(shapes), 2)).toEqual([[77]]);
  });

  it('stay apart where they are too few', () => {
    expect(shapesOf(descents([[10], [20]]))).toEqual([]);
  });

  it('are told apart by what they do, and by their scalars', () => {
    const derived = () => ops.multiply(rate, 2);
    expect(shapesOf(descents(shapes, derived))).toEqual([[77]]);
    expect(shapesOf(descents(shapes, (i) => ops.multiply(rate, i)))).toEqual([]);
    expect(shapesOf(descents(shapes, (i) => ops.constant(i ? 0 : -0)))).toEqual([]);
    expect(shapesOf(descents(shapes, (i) => ops.sum(ops.input(`x${i}`, [2]))))).toEqual([]);
  });
});

/** Parameters of the shapes, each gradient a sequence, updated by an optimizer. */
function updateStep(
  shapes: readonly Shape[],
  type: string,
  options: Record<string, number | boolean>,
): LoopProgram {
  const { definition, options: complete } = prepareOptimizer({ type, options });
  const slots = definition.slots(complete).map(({ name }) => name);
  const scalars = Object.keys(definition.scalars?.(complete, 1) ?? {});
  const outputs: Record<string, Tensor> = {};
  for (const [i, shape] of shapes.entries()) {
    const updated = definition.update(
      {
        parameter: ops.input(`p${i}`, shape),
        gradient: ops.input(`g${i}`, shape),
        weightDecay: complete.weightDecay,
        learningRate: rate,
        slots: Object.fromEntries(slots.map((name) => [name, ops.input(`${name}${i}`, shape)])),
        scalars: Object.fromEntries(scalars.map((name) => [name, ops.input(name, [])])),
      },
      complete,
    );
    outputs[`p${i}`] = updated.parameter;
    for (const name of slots) outputs[`${name}${i}`] = updated.slots[name];
  }
  return loopProgram(program(outputs));
}

function drawn(shape: Shape, steps: number, index: number): Float32Array {
  const random = randomAt({ seed: 11, stream: 'shuffle', index });
  return Float32Array.from({ length: sizeOf(shape) * steps }, () => 0.1 + random.nextFloat());
}

const given = ({ program: { inputs } }: LoopProgram, names: readonly string[], steps: number) =>
  Object.fromEntries(
    names.map((name, index) => {
      const { shape } = inputs.find((input) => input.name === name)!;
      return [name, drawn(shape, steps, index)];
    }),
  );

/** State and reports. */
async function behindSteps(executor: Executor, step: LoopProgram): Promise<TensorMap> {
  const loop = await executor.compileLoop(step);
  await loop.setState(given(step, step.state, 1));
  const reports = await loop.run(STEPS, given(step, step.sequences, STEPS));
  const state = await loop.getState();
  await loop.dispose();
  return { ...state, ...reports };
}

/** To 2e-5, and twice the same to the bit. */
async function expectSameNumbers(step: LoopProgram): Promise<void> {
  const actual = await behindSteps(onnxExecutor(ort), step);
  const expected = await behindSteps(referenceExecutor({ precision: 'float64' }), step);
  for (const name of [...step.state, ...step.reports]) {
    expectClose(actual[name], expected[name], 2e-5, name);
  }
  expect(await behindSteps(onnxExecutor(ort), step)).toEqual(actual);
}

describe('planned updates come to the numbers of the reference executor', () => {
  const variants = [
    ...optimizerDefinitions.map(({ descriptor }) => [descriptor.type, {}] as const),
    ['SGD', { momentum: 0.9, weightDecay: 0.01 }] as const,
    ['Adam', { amsgrad: true, weightDecay: 0.01 }] as const,
  ];

  it.each(variants)('%s %j', async (type, options) => {
    const step = updateStep([LARGE, [10], [20, 3], [7]], type, options);
    expect(planUpdates(step).map(({ shape }) => shape)).toEqual([[5, 15_360], [77]]);
    await expectSameNumbers(step);
  });

  it('where the step reads the state as a matrix, too, and reports the scalars', () => {
    const x = ops.input('x', [4, 256]);
    const scale = ops.divide(1, ops.add(ops.sum(ops.multiply(g, g)), 1));
    const { p0, p1, p2 } = descents([[4], [10, 4], [3]], () => scale);
    const y = ops.matmul(x, w, { transposeB: true });
    const z = ops.add(
      ops.matmul(ops.input('p1', [10, 4]), ops.input('u', [4, 4])),
      ops.input('p0', [4]),
    );
    const step = loopProgram(
      program({ y, z, scale, p0, p1, p2, ...adaptive(ops.multiply(g, scale)) }),
    );
    expect(planUpdates(step).map(({ shape }) => shape)).toEqual([[5, 15_360], [47]]);
    return expectSameNumbers(step);
  });
});

it('the arrays of planned updates stand first, what is left of the state behind them', () => {
  const outputs = { ...descents([[10], [20, 3], [7]]), count: ops.add(ops.input('count', []), 1) };
  expect(lowerLoop(loopProgram(program(outputs))).state).toEqual([
    { parts: ['p0', 'p1', 'p2'], shape: [77], dtype: 'float' },
    { parts: ['count'], shape: [], dtype: 'float' },
  ]);
});
