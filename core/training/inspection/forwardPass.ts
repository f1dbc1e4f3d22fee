/**
 * One sample through the network, every layer's output laid open.
 *
 * The graph is the one that trains or predicts, with more outputs. In training mode the sample stands
 * first in a minibatch of the training split, because batch normalization has no statistics of one
 * sample, and dropout draws as the run's first iteration does. Nothing is augmented: the sample is
 * the one that was chosen.
 */
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type {
  ForwardPass,
  ForwardPassMode,
  ForwardPassSplit,
  NetworkFault,
} from '../../contract/ForwardPass.ts';
import { walkLayers } from '../../contract/layerPath.ts';
import type { Dataset } from '../../data/Dataset.ts';
import { targetText } from '../../data/targetText.ts';
import type { Executor, TensorData } from '../../executors/Executor.ts';
import { input } from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import { softmax } from '../../metrics/softmax.ts';
import { type AppliedModel, applyModel } from '../../model/applyModel.ts';
import { buildFront, buildModel, type Model } from '../../model/buildModel.ts';
import { initializeModel } from '../../model/initializeModel.ts';
import { createBatchWriter } from '../../preprocessing/createBatchWriter.ts';
import { fillBernoulli } from '../../random/fill.ts';
import { randomAt } from '../../random/randomAt.ts';
import { type PreparedExperiment, prepareExperiment } from '../prepareExperiment.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { chosenSample } from './chosenSample.ts';
import { seenSample } from './seenSample.ts';
import { tensorView } from './tensorView.ts';

export interface ForwardPassOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  readonly mode: ForwardPassMode;
  readonly split: ForwardPassSplit;
  /** In the split, from 0; behind its end the last. */
  readonly place: number;
  /** The sample's place in the dataset, from which split and place follow; null: as they say. */
  readonly sample?: number | null;
  /** Only the layers in front of it are computed. */
  readonly fault?: NetworkFault | null;
  /** Weights and buffers by name, taken where they fit; all are as drawn where it is null. */
  readonly weights: Checkpoint | null;
}

const MOST_SAMPLES = 32;
const MOST_OUTPUTS = 5;

/**
 * Throws StudioError `invalid-experiment` for a model that does not fit the dataset, and
 * `invalid-request` for a sample that may not be looked at.
 */
export async function forwardPass(options: ForwardPassOptions): Promise<ForwardPass> {
  const { spec, dataset, executor, mode, sample = null, fault = null } = options;
  const prepared = prepareExperiment(spec, dataset, fault ? frontOf(fault) : buildModel);
  const { model, splits } = prepared;
  const chosen = chosenSample(splits, { ...options, sample });
  const { index } = chosen;
  const minibatch = minibatchOf(index, mode, { splits, spec });
  const x = input('input', [minibatch.length, ...model.inputShape]);
  const applied = applyModel(model, x, mode);
  const { values, unfitted } = weightsOf(model, spec, options.weights);
  const given = {
    ...values,
    ...noiseOf(applied, spec.seed),
    input: inputOf(minibatch, { prepared, dataset, spec }),
  };
  const results = await run(executor, applied, given);
  const layers = applied.layers.map(({ path, layer }, at) => ({
    path: [...path],
    type: layer.type,
    output: tensorView(results[`output.${at}`], layer.outputShape),
  }));
  const order = [...walkLayers(model.layers)].map(({ path }) => path.join('.'));
  layers.sort((a, b) => order.indexOf(a.path.join('.')) - order.indexOf(b.path.join('.')));
  return {
    ...chosen,
    sample: seenSample(dataset, index),
    minibatch: minibatch.length,
    target: String(targetText(dataset, dataset.targets[index])),
    input: tensorView(given.input, model.inputShape),
    layers,
    outputs: fault ? [] : outputsOf(dataset, results.output, sizeOf(model.outputShape)),
    weights: weightViews(model, values),
    unfitted,
    fault,
  };
}

const frontOf =
  ({ sound }: NetworkFault): typeof buildModel =>
  ({ layers }, shape) =>
    buildFront(layers.slice(0, sound), shape);

/** At inference the sample alone; in training others of its split's minibatch stand behind it. */
function minibatchOf(
  index: number,
  mode: ForwardPassMode,
  { splits, spec }: { splits: PreparedExperiment['splits']; spec: ExperimentSpec },
): Int32Array {
  if (mode === 'inference') return Int32Array.of(index);
  const size = Math.min(spec.training.batchSize, MOST_SAMPLES, splits.train.length);
  const others = splits.train.filter((one) => one !== index).slice(0, Math.max(1, size - 1));
  return Int32Array.of(index, ...others);
}

interface Source {
  readonly prepared: PreparedExperiment;
  readonly dataset: Dataset;
  readonly spec: ExperimentSpec;
}

function inputOf(minibatch: Int32Array, { prepared, dataset, spec }: Source): Float32Array {
  const { preprocessor, model } = prepared;
  const values = new Float32Array(minibatch.length * sizeOf(model.inputShape));
  createBatchWriter({ dataset, preprocessor, seed: spec.seed }).write(minibatch, null, values, 0);
  return values;
}

function noiseOf({ noise }: AppliedModel, seed: number): Record<string, Float32Array> {
  const random = randomAt({ seed, stream: 'dropout', epoch: 1, index: 0 });
  const masks: Record<string, Float32Array> = {};
  for (const { name, shape, keep, value } of noise) {
    masks[name] = new Float32Array(sizeOf(shape));
    fillBernoulli(random, masks[name], keep, value);
  }
  return masks;
}

function weightsOf(model: Model, spec: ExperimentSpec, checkpoint: Checkpoint | null) {
  const values: Record<string, TensorData> = initializeModel(model, spec.seed, spec.initialization);
  const unfitted: string[] = [];
  if (!checkpoint) return { values, unfitted };
  for (const { name, shape } of [...model.parameters, ...model.buffers]) {
    const kept = checkpoint[name];
    const fits = kept && String(kept.shape) === String(shape);
    if (fits) values[name] = kept.data;
    else unfitted.push(name);
  }
  return { values, unfitted };
}

async function run(
  executor: Executor,
  { layers, output }: AppliedModel,
  given: Readonly<Record<string, TensorData>>,
): Promise<Record<string, TensorData>> {
  // In front of a fault in the first layer there is nothing to compute.
  if (layers.length === 0) return {};
  const outputs = Object.fromEntries(layers.map((layer, at) => [`output.${at}`, layer.output]));
  const laidOpen = program({ ...outputs, output });
  const executable = await executor.compile(laidOpen);
  try {
    const names = laidOpen.inputs.map(({ name }) => name);
    return await executable.run(Object.fromEntries(names.map((name) => [name, given[name]])));
  } finally {
    await executable.dispose();
  }
}

function outputsOf({ target }: Dataset, output: TensorData, size: number): ForwardPass['outputs'] {
  const values = Array.from({ length: size }, (_, index) => output[index]);
  if (target.kind === 'number') return [{ label: target.name, value: values[0] }];
  const probabilities = softmax(Float32Array.from(values));
  return target.labels
    .map((label, at) => ({ label, value: probabilities[at] }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_OUTPUTS);
}

/** Of the first Conv2d its filters, of the first Linear its rows, as images where those come in. */
function weightViews(
  model: Model,
  values: Readonly<Record<string, TensorData>>,
): ForwardPass['weights'] {
  return ['Conv2d', 'Linear'].flatMap((type) => {
    const at = model.layers.findIndex((layer) => layer.type === type);
    const parameter = model.parameters.find(({ name }) => name === `${at}.weight`);
    if (at < 0 || !parameter) return [];
    const { name, shape } = parameter;
    return [{ name, type, view: tensorView(values[name], pictured(shape, model, at)) }];
  });
}

/** A row over a flattened image is an image again; the channels of a filter stand apart. */
function pictured(
  [outputs, ...inputs]: readonly number[],
  { layers, inputShape }: Model,
  at: number,
) {
  const isFlattened =
    inputShape.length === 3 &&
    layers.slice(0, at).every(({ type }) => type === 'Flatten' || type === 'Identity');
  if (inputs.length === 1 && isFlattened) {
    return [outputs * inputShape[0], inputShape[1], inputShape[2]];
  }
  return inputs.length === 3 ? [outputs * inputs[0], inputs[1], inputs[2]] : [outputs, ...inputs];
}
