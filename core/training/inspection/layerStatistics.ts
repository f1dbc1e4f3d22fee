/**
 * What happens inside a network with given weights: of every layer its output and gradient, of
 * every parameter its gradient and next update, and how much minibatches differ.
 *
 * Always on the first minibatch of the first epoch, dropout masks included, so that two looks at a
 * run differ by its weights alone. The terms are defined in core/contract/LayerStatistics.
 */
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type {
  LayerReading,
  LayerStatistics,
  ParameterStatistics,
} from '../../contract/LayerStatistics.ts';
import { type LayerPath, walkLayers } from '../../contract/layerPath.ts';
import type { Dataset } from '../../data/Dataset.ts';
import type { Executor } from '../../executors/Executor.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import type { Model } from '../../model/buildModel.ts';
import { prepareExperiment } from '../prepareExperiment.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { activationStatistics } from './activationStatistics.ts';
import { createGradientNoiseMeter } from './gradientNoise.ts';
import { histogramOf } from './histogramOf.ts';
import { createInspector, type Inspection, type Inspector, type State } from './Inspector.ts';
import { normOf } from './normOf.ts';

/** Float values that the layers may hand out for one minibatch, outputs and gradients together. */
const MOST_VALUES = 2 ** 25;
const MOST_MINIBATCHES = 8;

export interface LayerStatisticsOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  /** Parameters, buffers and optimizer state. */
  readonly checkpoint: Checkpoint;
  /** Optimizer steps behind it. */
  readonly iteration: number;
  /** Of the step whose update is measured. */
  readonly learningRate: number;
}

export type MeasuredLayers = Omit<LayerStatistics, 'run' | 'epoch'>;

/** Throws StudioError `invalid-model` for a checkpoint of another experiment. */
export async function layerStatistics(options: LayerStatisticsOptions): Promise<MeasuredLayers> {
  const { spec, dataset, executor, iteration, learningRate } = options;
  const prepared = prepareExperiment(spec, dataset);
  const { model, splits } = prepared;
  const samples = samplesFor(model, Math.min(spec.training.batchSize, splits.train.length));
  const inspector = await createInspector({
    spec,
    dataset,
    prepared,
    executor,
    batchSize: samples,
  });
  try {
    const state = inspector.stateOf(options.checkpoint);
    const look = (minibatch: number) =>
      inspector.inspect(state, {
        epoch: 1,
        samplesBefore: minibatch * samples,
        stepsBefore: minibatch,
        iteration: iteration + 1,
        learningRate,
      });
    const first = await look(0);
    const minibatches = Math.min(MOST_MINIBATCHES, Math.floor(splits.train.length / samples));
    return {
      iteration,
      samples,
      learningRate,
      loss: first.loss,
      gradientNorm: normOf(...Object.values(first.gradients)),
      layers: readingsOf(model, first),
      gradientNoise: await noiseOf(look, first, { minibatches, samples }),
    };
  } finally {
    await inspector.dispose();
  }
}

/** At least 2, which batch normalization needs; fewer than the minibatch where it is huge. */
function samplesFor(model: Model, batchSize: number): number {
  let values = 0;
  for (const { layer } of walkLayers(model.layers)) values += 2 * sizeOf(layer.outputShape);
  return Math.min(batchSize, Math.max(2, Math.floor(MOST_VALUES / values)));
}

function readingsOf(model: Model, inspection: Inspection): LayerReading[] {
  const byPath = new Map(inspection.layers.map((one) => [one.path.join('.'), one]));
  return [...walkLayers(model.layers)].map(({ layer, path }) => ({
    path: [...path],
    type: layer.type,
    outputShape: [...layer.outputShape],
    activation: activationStatistics(byPath.get(path.join('.'))!),
    parameters: ownParameters(model, path).map((parameter) =>
      parameterStatistics(parameter, inspection),
    ),
  }));
}

/** Those named behind the layer's path with no further number: `3.weight`, not `3.0.weight`. */
function ownParameters({ parameters }: Model, path: LayerPath) {
  const place = path.join('.');
  return parameters.filter(({ name }) => name.slice(0, name.lastIndexOf('.')) === place);
}

function parameterStatistics(
  { name, shape }: Model['parameters'][number],
  { before, after, gradients }: Inspection,
): ParameterStatistics {
  const norm = normOf(before[name]);
  const updateNorm = normOf(difference(after, before, name));
  return {
    name,
    shape: [...shape],
    norm,
    gradientNorm: normOf(gradients[name]),
    updateNorm,
    updateRatio: norm === 0 ? Number.NaN : updateNorm / norm,
    gradients: histogramOf(gradients[name]),
  };
}

function difference(after: State, before: State, name: string): Float64Array {
  return Float64Array.from(after[name], (value, index) => value - before[name][index]);
}

async function noiseOf(
  look: (minibatch: number) => ReturnType<Inspector['inspect']>,
  first: Inspection,
  { minibatches, samples }: { readonly minibatches: number; readonly samples: number },
): Promise<LayerStatistics['gradientNoise']> {
  if (minibatches < 2) return null;
  const meter = createGradientNoiseMeter(samples);
  meter.add(first.gradients);
  for (let index = 1; index < minibatches; index++) meter.add((await look(index)).gradients);
  return meter.reading();
}
