/**
 * What must hold of every network, on networks that nobody would write: derived gradients are the
 * differences of the loss, both executors compute the same, and files give back what was put in.
 *
 * DESCENT_FUZZ is the number of networks. A seed that failed once stays in the list for ever.
 */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkLayers } from '../contract/layerPath.ts';
import { ModelSpec } from '../contract/ModelSpec.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { onnxExecutor } from '../executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { relativeError } from '../golden/testing/expectClose.ts';
import { gradients } from '../graph/gradients.ts';
import { input, multiply, sum } from '../graph/ops.ts';
import { type Program, program } from '../graph/Program.ts';
import { sizeOf, type Tensor } from '../graph/Tensor.ts';
import { layerDefinitions } from '../layers/registry.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { fillUniform } from '../random/fill.ts';
import { randomAt } from '../random/randomAt.ts';
import { predictionProgram } from '../training/inferenceProgram.ts';
import { applyModel } from './applyModel.ts';
import { buildModel, type Model } from './buildModel.ts';
import { exportOnnx } from './exportOnnx.ts';
import type { ModelFile } from './ModelFile.ts';
import { readModelFile } from './readModelFile.ts';
import { type AnyModel, anyModel } from './testing/anyModel.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

const ort = createRequire(import.meta.url)('onnxruntime-node') as OrtModule;
const NETWORKS = Number(process.env.DESCENT_FUZZ ?? 500);
const SEEDS = [2024];
const SAMPLES = 4;

const executors: Readonly<Record<'single' | 'double' | 'onnx', Executor>> = {
  single: referenceExecutor(),
  double: referenceExecutor({ precision: 'float64' }),
  onnx: onnxExecutor(ort),
};

type Values = Record<string, Float32Array>;

/** Weights, buffers, samples and masks in a range where nothing saturates. */
function valuesFor({ inputs }: Program, { tokens }: AnyModel): Values {
  return Object.fromEntries(
    inputs.map(({ name, shape }, index) => {
      const values = new Float32Array(sizeOf(shape));
      const random = randomAt({ seed: 9, stream: 'augment', index });
      if (name === 'input' && tokens !== null) {
        return [name, values.map(() => random.nextBelow(tokens))];
      }
      if (name.endsWith('noise')) return [name, values.map(() => random.nextBelow(3))];
      if (name.endsWith('running_var')) fillUniform(random, values, 0.5, 1.5);
      else fillUniform(random, values, -1, 1);
      return [name, values];
    }),
  );
}

/** Loss, a different weight for every output, and the gradients for all that is learned. */
function trace(model: Model) {
  const x = input('input', [SAMPLES, ...model.inputShape]);
  const { output, parameters, bufferUpdates } = applyModel(model, x, 'training');
  const weights = input('cotangent', output.shape);
  const loss = sum(multiply(output, weights));
  const named = [...parameters];
  const derived = gradients(loss, [...parameters.values()]);
  const slopes = Object.fromEntries(
    named.map(([name], index) => [`gradient ${name}`, derived[index]]),
  );
  return { loss, output, slopes, updates: Object.fromEntries(bufferUpdates) };
}

async function evaluate(
  executor: Executor,
  outputs: Readonly<Record<string, Tensor>>,
  values: Readonly<Record<string, TensorData>>,
): Promise<Record<string, TensorData>> {
  const built = program(outputs);
  const executable = await executor.compile(built);
  const needed = built.inputs.map(({ name }) => [name, values[name]] as const);
  const results = await executable.run(Object.fromEntries(needed));
  await executable.dispose();
  return results;
}

const flat = (tensors: Readonly<Record<string, TensorData>>) =>
  Object.values(tensors).flatMap((data) => [...data]);

/** A direction in which all parameters move, but for the row of a padding token, which is fixed. */
function directionOf({ parameters, layers }: Model): Record<string, Float64Array> {
  const { paddingIdx, embeddingDim } = layers[0].options;
  return Object.fromEntries(
    parameters.map(({ name, shape }, index) => {
      const random = randomAt({ seed: 10, stream: 'augment', index });
      const along = new Float64Array(sizeOf(shape)).map(() => random.nextFloat() - 0.5);
      if (name === '0.weight' && typeof paddingIdx === 'number') {
        const width = Number(embeddingDim);
        along.fill(0, paddingIdx * width, (paddingIdx + 1) * width);
      }
      return [name, along];
    }),
  );
}

/** (loss(p + h d) − loss(p − h d)) / 2h along one direction d through all parameters. */
async function checkGradients(model: Model, values: Values): Promise<void> {
  const { loss, slopes } = trace(model);
  const direction = directionOf(model);
  const moved = async (step: number) => {
    const there = Object.entries(values).map(([name, data]) => [
      name,
      Float64Array.from(data, (value, i) => value + step * (direction[name]?.[i] ?? 0)),
    ]);
    return (await evaluate(executors.double, { loss }, Object.fromEntries(there))).loss[0];
  };
  const found = await evaluate(executors.double, slopes, values);
  const expected = Object.entries(direction)
    .flatMap(([name, along]) => [...along].map((part, i) => part * found[`gradient ${name}`][i]))
    .reduce((total, part) => total + part, 0);
  const size = Math.hypot(...flat(found), 1);
  const errors = [];
  // A step may cross the kink of a ReLU or of a maximum: a shorter one does not.
  for (const step of [1e-5, 1e-6, 1e-7]) {
    const measured = ((await moved(step)) - (await moved(-step))) / (2 * step);
    errors.push(Math.abs(measured - expected) / size);
  }
  expect(Math.min(...errors)).toBeLessThan(1e-6);
}

async function checkExecutors(model: Model, values: Values): Promise<void> {
  const { output, slopes, updates } = trace(model);
  const actual = await evaluate(executors.onnx, { output, ...slopes, ...updates }, values);
  const single = await evaluate(executors.single, { output, ...slopes, ...updates }, values);
  const exact = await evaluate(executors.double, { output, ...slopes, ...updates }, values);
  const part = (from: Record<string, TensorData>, names: object) =>
    flat(Object.fromEntries(Object.keys(names).map((name) => [name, from[name]])));
  for (const names of [{ output }, slopes, updates]) {
    const errorOf = (found: typeof exact) => relativeError(part(found, names), part(exact, names));
    // Where float32 itself has lost its digits, no more is asked than what plain loops keep.
    expect(errorOf(actual)).toBeLessThan(Math.max(1e-4, 10 * errorOf(single)));
  }
}

async function checkFiles(model: Model, values: Values): Promise<void> {
  const tensors = [...model.parameters, ...model.buffers];
  const weights = Object.fromEntries(tensors.map(({ name }) => [name, values[name]]));
  const tiny = tinyModelFile({ kind: 'class', name: 'class', labels: ['a', 'b', 'c'] });
  const plain = plainPreprocessor(model.inputShape);
  const testVectors = { tolerance: 1e-5, samples: [] };
  const file: ModelFile = { ...tiny, input: plain, model, weights, testVectors };
  // No raw sample has two axes: only an Embedding makes those.
  if (model.inputShape.length !== 2) {
    const back = readModelFile(writeModelFile(file));
    expect(back.model).toEqual(model);
    expect(back.weights).toEqual(weights);
  }
  await checkOnnxFile(file, values);
}

function plainPreprocessor(inputShape: readonly number[]): Preprocessor {
  const plain = { scale: 1, shift: 0 };
  if (inputShape.length > 1) return { kind: 'image', sampleShape: [...inputShape], ...plain };
  const columns = Array.from({ length: inputShape[0] }, (_, place) => ({
    name: `x${place}`,
    type: 'number' as const,
    ...plain,
    missing: null,
  }));
  return { kind: 'table', columns };
}

async function checkOnnxFile(file: ModelFile, values: Values): Promise<void> {
  const { model } = file;
  const prediction = predictionProgram({ model, batchSize: SAMPLES });
  const executable = await executors.onnx.compile(prediction);
  const expected = await executable.run(
    Object.fromEntries(prediction.inputs.map(({ name }) => [name, values[name]])),
  );
  await executable.dispose();
  const session = await ort.InferenceSession.create(exportOnnx(file), { logSeverityLevel: 3 });
  const tensor = new ort.Tensor('float32', values.input, [SAMPLES, ...model.inputShape]);
  const { output } = await session.run({ input: tensor });
  await session.release();
  expect(relativeError(output.data as Float32Array, expected.output)).toBeLessThan(1e-5);
}

test.each(SEEDS)(
  `${NETWORKS} random networks (seed %d)`,
  async (seed) => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyModel, async (drawn) => {
        const spec = ModelSpec.parse(JSON.parse(JSON.stringify({ layers: drawn.layers })));
        const model = buildModel(spec, drawn.sampleShape);
        for (const { layer } of walkLayers(model.layers)) seen.add(layer.type);
        const { loss, updates } = trace(model);
        const values = valuesFor(program({ loss, ...updates }), drawn);
        await checkGradients(model, values);
        await checkExecutors(model, values);
        await checkFiles(model, values);
      }),
      { numRuns: NETWORKS, seed },
    );
    // The generator is worth something only while it reaches the catalog.
    const least = NETWORKS < 500 ? layerDefinitions.length / 2 : layerDefinitions.length;
    expect(seen.size).toBeGreaterThanOrEqual(least);
  },
  600_000,
);
