/** Which updates are computed block by block, and that they come to the same numbers. */
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
import type { OnnxGraph } from './OnnxGraph.ts';
import { updateRegions } from './updateRegions.ts';

const LARGE: Shape = [300, 256];
const STEPS = 3;
const w = ops.input('w', LARGE);
const v = ops.input('v', LARGE);
const g = ops.input('g', LARGE);
const rate = ops.input('rate', []);
const row = ops.input('row', [256]);
const product = () => ops.matmul(ops.input('a', [300, 4]), ops.input('b', [4, 256]));

/** The blocks of each region of a step. */
function blocksOf(outputs: Record<string, Tensor>): (readonly number[])[] {
  const { program: built, state } = loopProgram(program(outputs));
  return updateRegions(built, state).map(({ blocked }) => blocked);
}

const descend = (direction: Tensor, from = w) => ops.subtract(from, ops.multiply(direction, rate));

/** Behind a product, too long for it to take along. */
function adaptive(gradient: Tensor) {
  const squares = ops.add(ops.multiply(v, 0.9), ops.multiply(gradient, gradient));
  return { v: squares, w: descend(ops.divide(gradient, ops.add(ops.sqrt(squares), 1e-8))) };
}

describe('blocks of an update', () => {
  it('are of equal size, whole cache lines where a divisor allows it', () => {
    const sized = (shape: Shape) =>
      blocksOf({ w: descend(ops.input('g', shape), ops.input('w', shape)) });
    expect(sized(LARGE)).toEqual([[5, 15_360]]);
    expect(sized([1024, 784])).toEqual([[49, 16_384]]);
    expect(sized([65_550])).toEqual([[5, 13_110]]);
    // A prime.
    expect(sized([65_537])).toEqual([]);
    // Small enough for the cache by itself.
    expect(sized([255, 256])).toEqual([]);
  });

  it.each<readonly [string, Record<string, Tensor>, number]>([
    ['a gradient that is no product', { w: descend(g) }, 1],
    ['a product, which takes the rate along', { w: descend(product()) }, 0],
    ['a product behind which much is to do', adaptive(product()), 1],
    ['a scalar that fills a matrix', { w: descend(ops.broadcastTo(rate, LARGE)) }, 0],
    ['a row that fills a matrix', { w: descend(ops.broadcastTo(row, LARGE)) }, 0],
    ['a row', { w: descend(ops.multiply(g, row)) }, 0],
    ['a report of what is inside', { ...adaptive(g), sum: ops.sum(ops.multiply(g, g)) }, 1],
    ['a report of the whole', { w: descend(g), copy: ops.multiply(descend(g), 2) }, 1],
    ['two updates', { w: descend(g), v: descend(g, v) }, 2],
    ['state that is not read', { w: ops.multiply(ops.exp(g), rate) }, 0],
  ])('%s', (_, outputs, regions) => {
    expect(blocksOf(outputs)).toHaveLength(regions);
  });

  it('are not cut where something outside waits for a part', () => {
    const half = ops.multiply(w, 0.5);
    const step = { w: ops.add(half, ops.multiply(g, ops.sum(half))) };
    expect(blocksOf(step)).toEqual([]);
  });
});

/** One parameter of LARGE, its gradient a sequence or what the caller makes. */
function updateStep(type: string, options: Record<string, number | boolean>): LoopProgram {
  const optimizer = prepareOptimizer({ type, options });
  const { definition, options: complete } = optimizer;
  const inputs = (names: readonly string[], shape: Shape) =>
    Object.fromEntries(names.map((name) => [name, ops.input(name, shape)]));
  const updated = definition.update(
    {
      parameter: w,
      gradient: g,
      weightDecay: complete.weightDecay,
      learningRate: rate,
      slots: inputs(
        definition.slots(complete).map((slot) => slot.name),
        LARGE,
      ),
      scalars: inputs(Object.keys(definition.scalars?.(complete, 1) ?? {}), []),
    },
    complete,
  );
  return loopProgram(program({ w: updated.parameter, ...updated.slots }));
}

const drawn = (shape: Shape, steps: number, index: number) => {
  const random = randomAt({ seed: 11, stream: 'shuffle', index });
  return Float32Array.from({ length: sizeOf(shape) * steps }, () => 0.1 + random.nextFloat());
};

const given = ({ program: { inputs } }: LoopProgram, names: readonly string[], steps: number) =>
  Object.fromEntries(
    names.map((name, index) => {
      const { shape } = inputs.find((input) => input.name === name)!;
      return [name, drawn(shape, steps, index)];
    }),
  );

async function stateBehind(executor: Executor, step: LoopProgram): Promise<TensorMap> {
  const loop = await executor.compileLoop(step);
  await loop.setState(given(step, step.state, 1));
  await loop.run(STEPS, given(step, step.sequences, STEPS));
  const state = await loop.getState();
  await loop.dispose();
  return state;
}

const scansOf = ({ nodes }: OnnxGraph): number => {
  const { body } = nodes[0].attributes;
  return 'graph' in body ? body.graph.nodes.filter((node) => node.operator === 'Scan').length : 0;
};

describe('an update in blocks comes to the numbers of the reference executor', () => {
  const variants = [
    ...[...optimizerDefinitions].map(({ descriptor }) => [descriptor.type, {}] as const),
    ['SGD', { momentum: 0.9, weightDecay: 0.01 }] as const,
    ['Adam', { amsgrad: true, weightDecay: 0.01 }] as const,
  ];

  it.each(variants)('%s %j', async (type, options) => {
    const step = updateStep(type, options);
    expect(scansOf(lowerLoop(step))).toBe(1);
    // Threads that share operators get whole arrays.
    expect(scansOf(lowerLoop(step, 2))).toBe(0);
    const actual = await stateBehind(onnxExecutor(ort), step);
    const expected = await stateBehind(referenceExecutor({ precision: 'float64' }), step);
    for (const name of step.state) expectClose(actual[name], expected[name], 2e-5, name);
    expect(await stateBehind(onnxExecutor(ort), step)).toEqual(actual);
  });

  it('state that the step reads as a matrix, too, and a scalar that it reports', async () => {
    const x = ops.input('x', [4, 256]);
    const scale = ops.divide(1, ops.add(ops.sum(ops.multiply(g, g)), 1));
    const gradient = ops.multiply(g, scale);
    const step = loopProgram(
      program({ y: ops.matmul(x, w, { transposeB: true }), scale, ...adaptive(gradient) }),
    );
    expect(scansOf(lowerLoop(step))).toBe(1);
    const loops = await Promise.all(
      [onnxExecutor(ort), referenceExecutor({ precision: 'float64' })].map(async (executor) => {
        const loop = await executor.compileLoop(step);
        await loop.setState(given(step, step.state, 1));
        return loop.run(STEPS, given(step, step.sequences, STEPS));
      }),
    );
    for (const name of step.reports) expectClose(loops[0][name], loops[1][name], 2e-5, name);
  });
});
