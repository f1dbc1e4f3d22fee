/** Whole training runs of 20 steps against PyTorch, masks given: what the parts make together. */
import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { onnxExecutor } from '../executors/onnx/OnnxExecutor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import { type Precision, type RunGolden, readGolden } from '../golden/testing/readGolden.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { buildModel, type Model } from '../model/buildModel.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { predictionProgram } from './inferenceProgram.ts';
import { type TrainingStep, trainingStep } from './trainingStep.ts';

/** As in scripts/recordPytorch.py. */
const MOST_VALUES = 24;

const { torch, cases } = readGolden('trainingRuns');

function chosen(values: TensorData): number[] {
  const stride = Math.max(1, Math.floor(values.length / MOST_VALUES));
  return Array.from(values).filter((_, index) => index % stride === 0);
}

/**
 * What multiplies from the generator, by a power of two near 1/√inputs; the rest as a model starts.
 */
function startOf(model: Model, seed: number): Record<string, Float32Array> {
  const state = initializeModel(model, 0);
  for (const { name, shape } of model.parameters) {
    const [index, own] = name.split('.');
    const { type } = model.layers[Number(index)];
    if (!['Linear', 'Conv2d', 'EmbeddingBag'].includes(type)) continue;
    const weight = model.parameters.find((one) => one.name === `${index}.weight`);
    const inputs = type === 'EmbeddingBag' ? 1 : sizeOf(weight?.shape.slice(1) ?? []);
    const scale = 2 ** -Math.round(Math.log2(inputs) / 2);
    const first = seed + 2 * Number(index);
    state[name] = Float32Array.from(lcg(own === 'weight' ? first : first + 1, shape, scale));
  }
  return state;
}

/** Text tokens are such numbers too; below 0 they are the first. */
const samplesOf = ({ batchSize, sampleShape, inputScale }: RunGolden, seed: number) =>
  lcg(seed, [batchSize, ...sampleShape], inputScale);

function sequencesOf(golden: RunGolden, { noise, scalars }: TrainingStep, iteration: number) {
  const { batchSize, classes, seed } = golden;
  const base = seed + 1000 * iteration;
  const sequences: Record<string, TensorData> = {
    input: samplesOf(golden, base),
    target: lcgClasses(base + 1, batchSize, classes),
  };
  for (const { name, shape, keep, value } of noise) {
    const drawn = lcg(base + 100 + Number.parseInt(name, 10), shape);
    sequences[name] = drawn.map((number) => ((number + 1) / 2 < keep ? value : 0));
  }
  for (const [name, value] of Object.entries(scalars(iteration))) {
    sequences[name] = Float64Array.of(value);
  }
  return sequences;
}

async function train(golden: RunGolden, executor: Executor, steps: number) {
  const { batchSize, optimizer, seed } = golden;
  const model = buildModel({ layers: [...golden.layers] }, golden.sampleShape);
  const loss = { type: 'CrossEntropyLoss', options: {} };
  const step = trainingStep({ model, loss, optimizer, batchSize, target: 'class' });
  const loop = await executor.compileLoop(step.loop);
  await loop.setState(step.initialState(startOf(model, seed)));
  const [losses, correct]: [number[], number[]] = [[], []];
  for (let iteration = 1; iteration <= steps; iteration++) {
    const reports = await loop.run(1, sequencesOf(golden, step, iteration));
    losses.push(reports.loss[0]);
    correct.push(reports.correct[0]);
  }
  const state = await loop.getState();
  const evaluation = await evaluate(golden, model, state, executor);
  return { losses, correct, state, evaluation };
}

async function evaluate(
  golden: RunGolden,
  model: Model,
  state: Record<string, TensorData>,
  executor: Executor,
): Promise<TensorData> {
  const { batchSize, seed } = golden;
  const prediction = predictionProgram({ model, batchSize });
  const given: Record<string, TensorData> = {
    ...state,
    input: samplesOf(golden, seed + 999),
  };
  const executable = await executor.compile(prediction);
  const inputs = prediction.inputs.map(({ name }) => [name, given[name]]);
  return (await executable.run(Object.fromEntries(inputs))).output;
}

const executors: readonly [name: string, executor: Executor, precision: Precision][] = [
  ['reference float32', referenceExecutor({ precision: 'float32' }), 'float32'],
  ['reference float64', referenceExecutor({ precision: 'float64' }), 'float64'],
  ['onnx', onnxExecutor(ort), 'float32'],
];

describe.each(executors)(`20 steps equal PyTorch ${torch}: %s`, (_, executor, precision) => {
  test.each(cases.map((golden) => [golden.name, golden]))('%s', async (_name, golden) => {
    const expected = golden[precision];
    const tolerance = tolerances[precision];
    const trained = await train(golden, executor, expected.losses.length);
    expectClose('losses', trained.losses, expected.losses, tolerance);
    expect(trained.correct).toEqual(expected.correct);
    for (const [name, values] of Object.entries(expected.state)) {
      expectClose(name, chosen(trained.state[name]), values, tolerance);
    }
    expectClose('evaluation', chosen(trained.evaluation), expected.evaluation, tolerance);
  });
});

test('the recorded runs hold whole tensors where they are small', () => {
  const [{ layers, sampleShape, float64 }] = cases;
  const { parameters } = buildModel({ layers: [...layers] }, sampleShape);
  const bias = parameters.find(({ name }) => name === '0.bias');
  expect(float64.state['0.bias']).toHaveLength(sizeOf(bias?.shape ?? []));
});
