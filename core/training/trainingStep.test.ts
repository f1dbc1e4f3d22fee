import { describe, expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../golden/testing/expectClose.ts';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import { buildModel } from '../model/buildModel.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { type TrainingStepOptions, trainingStep } from './trainingStep.ts';

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const model = buildModel(
  {
    layers: [
      layer('Linear', { outFeatures: 6 }),
      layer('BatchNorm1d'),
      layer('Dropout', { p: 0.2 }),
      layer('Linear', { outFeatures: 3 }),
    ],
  },
  [4],
);

const standard: TrainingStepOptions = {
  model,
  loss: layer('CrossEntropyLoss'),
  optimizer: layer('SGD', { momentum: 0.9 }),
  batchSize: 5,
  target: 'class',
};

async function run(options: TrainingStepOptions, steps: number) {
  const step = trainingStep(options);
  const loop = await referenceExecutor().compileLoop(step.loop);
  await loop.setState(step.initialState(initializeModel(options.model, 3)));
  const { batchSize, target } = options;
  const samples = steps * batchSize;
  const inputs = lcg(1, [samples, 4]);
  const sequences: Record<string, TensorData> = {
    input: inputs,
    target:
      target === 'class'
        ? lcgClasses(2, samples, options.model.outputShape[0])
        : Float64Array.from(
            { length: samples },
            (_, row) => 2 * inputs[4 * row] - inputs[4 * row + 1],
          ),
  };
  for (const { name, shape } of step.noise) sequences[name] = lcg(3, [steps, ...shape]);
  for (const name of Object.keys(step.scalars(1))) {
    sequences[name] = Float64Array.from(
      { length: steps },
      (_, index) => step.scalars(index + 1)[name],
    );
  }
  const reports = await loop.run(steps, sequences);
  return { reports, state: await loop.getState() };
}

test('state, sequences and reports are what the loop is told', () => {
  const { loop, noise, initialState } = trainingStep(standard);
  const parameters = model.parameters.map(({ name }) => name);
  const buffers = model.buffers.map(({ name }) => name);
  const slots = parameters.map((name) => `optimizer.velocity.${name}`);
  expect([...loop.state].sort()).toEqual([...parameters, ...buffers, ...slots].sort());
  expect([...loop.sequences].sort()).toEqual(['2.noise', 'input', 'learningRate', 'target']);
  expect(loop.reports).toEqual(['loss', 'correct']);
  expect(noise).toEqual([{ name: '2.noise', shape: [5, 6], keep: 0.8, value: 1.25 }]);
  expect(Object.keys(initialState(initializeModel(model, 0))).sort()).toEqual(
    [...loop.state].sort(),
  );
});

test.each([
  ['SGD', {}, 1, ['learningRate']],
  ['SGD', { momentum: 0.9, dampening: 0.25 }, 1, ['learningRate', 'gradientShare']],
  ['Adam', {}, 1, ['learningRate', 'stepFactor', 'scaledEps']],
])('%s %j takes its scalars from the host', (type, options, iteration, names) => {
  const step = trainingStep({ ...standard, optimizer: layer(type, options) });
  expect(Object.keys(step.scalars(iteration))).toEqual(names);
  expect(step.loop.sequences).toEqual(expect.arrayContaining(names));
  expect(step.scalars(iteration, 0.5).learningRate).toBe(0.5);
});

test('the first step of SGD with dampening takes the whole gradient', () => {
  const optimizer = layer('SGD', { momentum: 0.9, dampening: 0.25 });
  const { scalars } = trainingStep({ ...standard, optimizer });
  expect([scalars(1).gradientShare, scalars(2).gradientShare]).toEqual([1, 0.75]);
});

test('correct counts the samples whose largest logit is the target’s', async () => {
  const { reports } = await run(standard, 3);
  expect(reports.correct).toHaveLength(3);
  for (const count of reports.correct) {
    expect(Number.isInteger(count) && count >= 0 && count <= 5).toBe(true);
  }
});

test('regression reports no count and learns', async () => {
  const regression = buildModel({ layers: [layer('Linear', { outFeatures: 1 })] }, [4]);
  const options: TrainingStepOptions = {
    ...standard,
    model: regression,
    loss: layer('MSELoss'),
    optimizer: layer('SGD', { learningRate: 0.1 }),
    target: 'number',
  };
  const { reports } = await run(options, 50);
  expect(Object.keys(reports)).toEqual(['loss']);
  expect(reports.loss[49]).toBeLessThan(0.1 * reports.loss[0]);
});

describe('plain SGD', () => {
  const plain = { ...standard, optimizer: layer('SGD', { learningRate: 0.1 }) };
  const readersOfLearningRate = (options: TrainingStepOptions) =>
    trainingStep(options).loop.program.order.filter(({ inputs }) =>
      inputs.some(({ op }) => op.kind === 'input' && op.name === 'learningRate'),
    );

  test('multiplies by the learning rate once, not at every parameter', () => {
    expect(readersOfLearningRate(plain).map(({ shape }) => shape)).toEqual([[]]);
    for (const change of [
      { trackGradientNorm: true },
      { gradientClipping: layer('ClipGradNorm', { maxNorm: 1 }) },
      { optimizer: layer('SGD', { momentum: 0.9 }) },
      { optimizer: layer('SGD', { weightDecay: 0.1, weightDecayOn: 'all' }) },
      { optimizer: layer('Adam') },
    ]) {
      const readers = readersOfLearningRate({ ...plain, ...change });
      expect(readers.length).toBeGreaterThanOrEqual(model.parameters.length);
    }
  });

  test('learns as where its gradients are read', async () => {
    const free = await run(plain, 10);
    const tracked = await run({ ...plain, trackGradientNorm: true }, 10);
    expectClose('loss', free.reports.loss, tracked.reports.loss, 1e-5);
    for (const [name, values] of Object.entries(tracked.state)) {
      expectClose(name, free.state[name], values, 1e-5);
    }
  });
});

describe('weight decay', () => {
  // A power of two scales without rounding, so the updates may be compared to the bit.
  const learningRate = 0.125;
  const decayed = (weightDecayOn: string) =>
    run(
      {
        ...standard,
        optimizer: layer('SGD', { learningRate, weightDecay: 0.5, weightDecayOn }),
      },
      1,
    );

  test('spares biases, γ and β unless told otherwise', async () => {
    const plain = await run({ ...standard, optimizer: layer('SGD', { learningRate }) }, 1);
    const onWeights = await decayed('weights');
    const onAll = await decayed('all');
    for (const { name, decay } of model.parameters) {
      if (decay) expect(onWeights.state[name]).not.toEqual(plain.state[name]);
      else expect(onWeights.state[name]).toEqual(plain.state[name]);
    }
    expect(onAll.state['1.weight']).not.toEqual(plain.state['1.weight']);
    expect(onAll.state['0.weight']).toEqual(onWeights.state['0.weight']);
  });

  test('leaves the reported data loss as it is', async () => {
    const plain = await run({ ...standard, optimizer: layer('SGD', { learningRate }) }, 1);
    expect((await decayed('all')).reports.loss).toEqual(plain.reports.loss);
  });
});

describe('gradient clipping', () => {
  const clipped = (gradientClipping: Component | undefined) =>
    run({ ...standard, optimizer: layer('SGD', { learningRate: 1 }), gradientClipping }, 1);

  test('by norm: the update of all parameters together is as long as allowed', async () => {
    const start = initializeModel(model, 3);
    const { state } = await clipped(layer('ClipGradNorm', { maxNorm: 0.01 }));
    const squares = model.parameters.flatMap(({ name }) =>
      Array.from(state[name], (value, index) => (value - start[name][index]) ** 2),
    );
    expect(Math.sqrt(squares.reduce((total, square) => total + square, 0))).toBeCloseTo(0.01, 5);
  });

  test('a bound that is not reached changes nothing', async () => {
    const free = await clipped(undefined);
    expect(await clipped(layer('ClipGradNorm', { maxNorm: 1e6 }))).toEqual(free);
    expect(await clipped(layer('ClipGradValue', { clipValue: 1e6 }))).toEqual(free);
  });
});

const refused: [string, Partial<TrainingStepOptions>, string, string][] = [
  [
    'a minibatch of one before BatchNorm',
    { batchSize: 1 },
    'model.layers[1]',
    'BatchNorm1d needs more than 1 value per feature in training. Received a minibatch of 1.',
  ],
  [
    'cross entropy of numbers',
    { target: 'number' },
    'loss',
    'CrossEntropyLoss needs class targets. Received number targets.',
  ],
  [
    'a number target for three outputs',
    { target: 'number', loss: layer('MSELoss') },
    'model',
    'The model must end in 1 number. Received [3] per sample.',
  ],
  [
    'Nesterov without momentum',
    { optimizer: layer('SGD', { nesterov: true }) },
    'optimizer.options',
    'SGD nesterov needs momentum above 0 and dampening 0. Received momentum 0 and dampening 0.',
  ],
  [
    'Nesterov with dampening',
    { optimizer: layer('SGD', { nesterov: true, momentum: 0.9, dampening: 0.5 }) },
    'optimizer.options',
    'SGD nesterov needs momentum above 0 and dampening 0. Received momentum 0.9 and dampening 0.5.',
  ],
  [
    'a learning rate of 0',
    { optimizer: layer('Adam', { learningRate: 0 }) },
    'optimizer.options.learningRate',
    'Adam learningRate must be in (0, ∞). Received 0.',
  ],
  [
    'an unknown optimizer',
    { optimizer: layer('Sgd') },
    'optimizer',
    'There is no optimizer "Sgd".',
  ],
  [
    'class weights for other classes',
    { loss: layer('CrossEntropyLoss', { weight: [1, 2] }) },
    'loss.options',
    'CrossEntropyLoss weight must hold one number per class, 3. Received 2.',
  ],
  [
    'an unknown clipping',
    { gradientClipping: layer('Clip') },
    'training.gradientClipping',
    'There is no gradient clipping "Clip".',
  ],
  ['an unknown loss', { loss: layer('Hinge') }, 'loss', 'There is no loss "Hinge".'],
];

test.each(refused)('refused: %s', (_, change, where, message) => {
  try {
    trainingStep({ ...standard, ...change });
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    expect(error.toData()).toMatchObject({ code: 'invalid-experiment', where, message });
    return;
  }
  throw new Error('Nothing was refused.');
});
