/** Every optimizer x options against ten steps of PyTorch, the learning rate halved after five. */
import { describe, expect, test } from 'vitest';
import { loopProgram } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg } from '../golden/testing/lcg.ts';
import { optionsWithoutGolden } from '../golden/testing/optionsWithoutGolden.ts';
import {
  type OptimizerGolden,
  type Precision,
  precisions,
  readGolden,
} from '../golden/testing/readGolden.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import type { Shape } from '../graph/Tensor.ts';
import { type PreparedOptimizer, prepareOptimizer } from './prepareOptimizer.ts';
import { optimizerDefinitions } from './registry.ts';

const { torch, cases } = readGolden('optimizers');

const scalarsAt = ({ definition, options }: PreparedOptimizer, iteration: number) =>
  definition.scalars?.(options, iteration) ?? {};

/** One parameter, its gradient a sequence. */
function traceUpdate(optimizer: PreparedOptimizer, shape: Shape) {
  const { definition, options } = optimizer;
  const slots = definition.slots(options).map(({ name }) => [name, input(name, shape)] as const);
  const scalars = Object.keys(scalarsAt(optimizer, 1)).map(
    (name) => [name, input(name, [])] as const,
  );
  const updated = definition.update(
    {
      parameter: input('parameter', shape),
      gradient: input('gradient', shape),
      weightDecay: options.weightDecay,
      learningRate: input('learningRate', []),
      slots: Object.fromEntries(slots),
      scalars: Object.fromEntries(scalars),
    },
    options,
  );
  return loopProgram(program({ parameter: updated.parameter, ...updated.slots }));
}

async function trajectory(golden: OptimizerGolden, precision: Precision) {
  const { optimizer: component, parameterShape, seed, laterLearningRateFactor } = golden;
  const optimizer = prepareOptimizer(component);
  const { definition, options } = optimizer;
  const executor = referenceExecutor({ precision });
  const loop = await executor.compileLoop(traceUpdate(optimizer, parameterShape));
  const initial = lcg(seed, parameterShape);
  const slots = definition.slots(options).map((slot) => {
    return [slot.name, initial.map(() => slot.initial)] as const;
  });
  await loop.setState({ parameter: initial, ...Object.fromEntries(slots) });

  const parameters: ArrayLike<number>[] = [];
  for (let step = 1; step <= golden[precision].length; step++) {
    const factor = step < 6 ? 1 : laterLearningRateFactor;
    const scalars = {
      ...scalarsAt(optimizer, step),
      learningRate: options.learningRate * factor,
    };
    await loop.run(1, {
      gradient: lcg(seed + step, parameterShape, 2 ** (1 - step)),
      ...Object.fromEntries(
        Object.entries(scalars).map(([name, value]) => [name, Float64Array.of(value)]),
      ),
    });
    parameters.push((await loop.getState()).parameter);
  }
  return parameters;
}

describe.each(precisions)(`optimizers equal PyTorch ${torch} in %s`, (precision) => {
  test.each(
    cases.map(({ optimizer }, index) => [
      `${optimizer.type} ${JSON.stringify(optimizer.options)}`,
      cases[index],
    ]),
  )('%s', async (_, golden) => {
    const actual = await trajectory(golden, precision);
    golden[precision].forEach((expected, index) => {
      expectClose(`after step ${index + 1}`, actual[index], expected, tolerances[precision]);
    });
  });
});

test('every optimizer has a recorded case', () => {
  const recorded = new Set(cases.map(({ optimizer }) => optimizer.type));
  const known = optimizerDefinitions.map((one) => one.descriptor.type);
  expect([...recorded].sort()).toEqual(known.sort());
  const components = cases.map(({ optimizer }) => optimizer);
  // Which parameters decay is no matter of one parameter's update: see trainingStep.test.ts.
  const ofUpdate = optionsWithoutGolden(optimizerDefinitions, components).filter(
    (option) => !option.includes('.weightDecayOn='),
  );
  expect(ofUpdate).toEqual([]);
});
