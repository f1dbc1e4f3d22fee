/**
 * The training loop: epochs of chunks of iterations, told as events.
 *
 * It is a generator because training has no listener to call: whoever drives it decides what to
 * store, what to draw and when to stop, and nothing runs ahead of what has been consumed.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { MetricPoint, SplitMetrics } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import { sealHash } from '../data/sealHash.ts';
import { countSplits } from '../data/splits/countSplits.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { type CreateChunkSource, inlineChunkSource } from './ChunkSource.ts';
import { createEpochTrainer, type EpochTrainer } from './EpochTrainer.ts';
import { createEvaluator, type Evaluator } from './Evaluator.ts';
import { createEarlyStopping } from './earlyStopping.ts';
import { explosionLimit } from './explosionLimit.ts';
import { createProgressMeter, type ProgressMeter } from './ProgressMeter.ts';
import { type PreparedExperiment, prepareExperiment } from './prepareExperiment.ts';
import type { ResumePoint } from './ResumePoint.ts';
import { refuseDivergedState, refuseDivergence } from './refuseDivergence.ts';
import type { Checkpoint, TrainingEvent } from './TrainingEvent.ts';

export interface TrainOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Assembles chunks elsewhere than in this thread; inline when left out. */
  readonly createSource?: CreateChunkSource;
  /** Looked at between chunks, about every tenth of a second. */
  readonly signal: { readonly aborted: boolean };
  /** Goes on behind this epoch; from the beginning when left out. */
  readonly from?: ResumePoint | undefined;
  /** Parameters and buffers to start from, by name; the experiment's initialisation when absent. */
  readonly initialWeights?: Readonly<Record<string, Float32Array>> | undefined;
}

/**
 * Trains an experiment that checkExperiment found trainable.
 *
 * Going on from an epoch gives bit for bit what training in one go gives, on the same executor with
 * the same threads.
 *
 * Yields `start`, then for each epoch `iterations` several times and `epoch` once, then `end`. A
 * stop ends it after the chunk in work; an epoch cut short is not measured. Throws StudioError
 * `diverged` after telling of the iteration whose loss was not finite or exploded, or instead of an epoch whose
 * weights are not.
 */
export async function* train(options: TrainOptions): AsyncGenerator<TrainingEvent, void> {
  const { spec, dataset, executor, now, createSource = inlineChunkSource, from } = options;
  const prepared = prepareExperiment(spec, dataset);
  const trainer = await createEpochTrainer({
    spec,
    dataset,
    prepared,
    executor,
    createSource,
    now,
    checkpoint: from?.checkpoint,
    initialWeights: options.initialWeights,
  });
  const { epochs } = spec.training;
  const { iterationsPerEpoch } = trainer;
  let evaluator: Evaluator | null = null;
  try {
    evaluator = await createEvaluator({
      ...prepared,
      loss: spec.loss,
      dataset,
      executor,
      largestSplit: prepared.splits.validation.length,
    });
    const epochsBefore = from?.epoch ?? 0;
    const meter = createProgressMeter({ now, epochs, iterationsPerEpoch, epochsBefore });
    yield startEvent(dataset, prepared, iterationsPerEpoch, epochs);
    const ending = yield* trainEpochs({ ...options, prepared, trainer, evaluator, meter });
    yield { type: 'end', ...ending, samplesPerSecond: meter.samplesPerSecond() };
  } finally {
    await trainer.dispose();
    await evaluator?.dispose();
  }
}

interface EpochsContext extends TrainOptions {
  readonly prepared: PreparedExperiment;
  readonly trainer: EpochTrainer;
  readonly evaluator: Evaluator;
  readonly meter: ProgressMeter;
}

type Ending = Pick<Extract<TrainingEvent, { type: 'end' }>, 'status' | 'endReason'>;

const stopped: Ending = { status: 'stopped', endReason: null };

async function* trainEpochs(context: EpochsContext): AsyncGenerator<TrainingEvent, Ending> {
  const { spec, trainer, meter, signal, now, from } = context;
  const { epochs } = spec.training;
  const validationLosses = [...(from?.validationLosses ?? [])];
  const stopping = createEarlyStopping(spec.training.earlyStopping);
  for (const loss of validationLosses) stopping.add(loss);
  let bestLoss = lowestOf(validationLosses);
  for (let epoch = (from?.epoch ?? 0) + 1; epoch <= epochs; epoch++) {
    const endReason = stopping.reason();
    if (endReason) return { status: 'completed', endReason };
    if (signal.aborted) return stopped;
    const start = now();
    const train = yield* trainEpoch(context, epoch, validationLosses);
    if (!train) return stopped;
    const checkpoint = await trainer.checkpoint();
    refuseDivergedState(checkpoint, train.last);
    const validation = await evaluateValidation(context, checkpoint);
    validationLosses.push(validation.loss);
    stopping.add(validation.loss);
    const isBest = epoch === 1 || validation.loss < bestLoss;
    if (validation.loss < bestLoss) bestLoss = validation.loss;
    yield {
      type: 'epoch',
      metrics: {
        epoch,
        iteration: train.last.iteration,
        learningRate: train.last.learningRate,
        train: train.metrics,
        validation,
        seconds: (now() - start) / 1000,
      },
      checkpoint,
      isBest,
      progress: meter.progress(epoch),
    };
  }
  return { status: 'completed', endReason: null };
}

/** Losses that are not a number are no lower than any other. */
function lowestOf(losses: readonly number[]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const loss of losses) if (loss < lowest) lowest = loss;
  return lowest;
}

/** The means over the epoch's minibatches and its last iteration; null when it was cut short. */
async function* trainEpoch(
  { dataset, prepared, trainer, meter, signal }: EpochsContext,
  epoch: number,
  validationLosses: readonly number[],
): AsyncGenerator<TrainingEvent, { metrics: SplitMetrics; last: MetricPoint } | null> {
  let [lossSum, correct, samples, iterations] = [0, 0, 0, 0];
  const limit = explosionLimit(dataset, prepared.splits.train);
  let last: MetricPoint | undefined;
  for await (const chunk of trainer.run(epoch, validationLosses)) {
    lossSum += chunk.lossSum;
    correct += chunk.correct;
    samples += chunk.samples;
    iterations += chunk.points.length;
    last = chunk.points.at(-1);
    meter.add(chunk.samples, chunk.points.length, chunk.milliseconds);
    yield { type: 'iterations', points: chunk.points, progress: meter.progress(epoch) };
    refuseDivergence(chunk.points, limit);
    if (signal.aborted) break;
  }
  if (!last || iterations < trainer.iterationsPerEpoch) return null;
  const accuracy = dataset.target.kind === 'class' ? correct / samples : null;
  return { metrics: { loss: lossSum / samples, accuracy }, last };
}

async function evaluateValidation(
  { evaluator, prepared }: EpochsContext,
  checkpoint: Checkpoint,
): Promise<SplitMetrics> {
  const state: Record<string, TensorData> = Object.fromEntries(
    Object.entries(checkpoint).map(([name, { data }]) => [name, data]),
  );
  return (await evaluator.evaluate(state, prepared.splits.validation)).metrics;
}

function startEvent(
  dataset: Dataset,
  { splits, model }: PreparedExperiment,
  iterationsPerEpoch: number,
  epochs: number,
): TrainingEvent {
  return {
    type: 'start',
    splits: countSplits(splits, dataset.samples),
    sealHash: sealHash(dataset, splits.test),
    parameters: model.parameters.reduce((total, { shape }) => total + sizeOf(shape), 0),
    iterationsPerEpoch,
    iterations: iterationsPerEpoch * epochs,
  };
}
