/**
 * The training loop: epochs of chunks of iterations, told as events.
 *
 * It is a generator because training has no listener to call: whoever drives it decides what to
 * store, what to draw and when to stop, and nothing runs ahead of what has been consumed.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { MetricPoint, SplitMetrics } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { type CreateChunkSource, inlineChunkSource } from './ChunkSource.ts';
import {
  type Divergence,
  divergedLoss,
  divergedState,
  divergenceError,
} from './divergence/Divergence.ts';
import { findDivergence } from './divergence/findDivergence.ts';
import { createEpochTrainer, type EpochTrainer } from './EpochTrainer.ts';
import { createEvaluator, type Evaluator } from './Evaluator.ts';
import { createEarlyStopping } from './earlyStopping.ts';
import { explosionLimit } from './explosionLimit.ts';
import { createGuards, type Guards } from './guards/Guards.ts';
import { createProgressMeter, type ProgressMeter } from './ProgressMeter.ts';
import { type PreparedExperiment, prepareExperiment } from './prepareExperiment.ts';
import type { ResumePoint } from './ResumePoint.ts';
import type { Checkpoint, TrainingEvent } from './TrainingEvent.ts';
import { weightDecayPenalty } from './weightDecayPenalty.ts';

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
 * `diverged` after telling of the iteration whose loss was not finite or exploded, or instead of an
 * epoch whose weights are not, and after `divergence`, which says where in the network it began.
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
  const guards = createGuards({ spec, dataset, prepared, executor });
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
    yield startEvent(prepared, iterationsPerEpoch, epochs);
    const parts = { prepared, trainer, evaluator, guards, meter };
    const ending = yield* trainEpochs({ ...options, ...parts });
    yield { type: 'end', ...ending, samplesPerSecond: meter.samplesPerSecond() };
  } finally {
    await trainer.dispose();
    await evaluator?.dispose();
    await guards.dispose();
  }
}

interface EpochsContext extends TrainOptions {
  readonly prepared: PreparedExperiment;
  readonly trainer: EpochTrainer;
  readonly evaluator: Evaluator;
  readonly guards: Guards;
  readonly meter: ProgressMeter;
}

type Ending = Pick<Extract<TrainingEvent, { type: 'end' }>, 'status' | 'endReason'>;

const stopped: Ending = { status: 'stopped', endReason: null };

async function* trainEpochs(context: EpochsContext): AsyncGenerator<TrainingEvent, Ending> {
  const { spec, prepared, trainer, guards, meter, signal, now, from } = context;
  const { epochs } = spec.training;
  const validationLosses = [...(from?.validationLosses ?? [])];
  const stopping = createEarlyStopping(spec.training.earlyStopping);
  for (const loss of validationLosses) stopping.add(loss);
  let bestLoss = lowestOf(validationLosses);
  let latest = from?.checkpoint ?? (await trainer.checkpoint());
  for (let epoch = (from?.epoch ?? 0) + 1; epoch <= epochs; epoch++) {
    const endReason = stopping.reason();
    if (endReason) return { status: 'completed', endReason };
    if (signal.aborted) return stopped;
    const start = now();
    const train = yield* trainEpoch(context, { epoch, start: latest }, validationLosses);
    if (!train) return stopped;
    const checkpoint = await trainer.checkpoint();
    const broken = divergedState(checkpoint, train.last);
    if (broken) yield* tellDivergence(context, broken, { ...train, start: latest });
    latest = checkpoint;
    const validation = await evaluateValidation(context, checkpoint);
    const { iteration, learningRate } = train.last;
    const seen = await guards.look(checkpoint, { epoch, iteration, learningRate });
    validationLosses.push(validation.loss);
    stopping.add(validation.loss);
    const isBest = epoch === 1 || validation.loss < bestLoss;
    if (validation.loss < bestLoss) bestLoss = validation.loss;
    yield {
      type: 'epoch',
      metrics: {
        epoch,
        iteration,
        learningRate,
        train: train.metrics,
        validation,
        penalty: weightDecayPenalty(spec.optimizer, prepared.model.parameters, checkpoint),
        gradientNorm: seen?.gradientNorm ?? null,
        seconds: (now() - start) / 1000,
      },
      checkpoint,
      isBest,
      findings: seen?.findings ?? [],
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

interface TrainedEpoch {
  readonly metrics: SplitMetrics;
  readonly last: MetricPoint;
  /** Of each iteration. */
  readonly learningRates: readonly number[];
}

/** The means over the epoch's minibatches and its last iteration; null when it was cut short. */
async function* trainEpoch(
  context: EpochsContext,
  { epoch, start }: { readonly epoch: number; readonly start: Checkpoint },
  validationLosses: readonly number[],
): AsyncGenerator<TrainingEvent, TrainedEpoch | null> {
  const { dataset, prepared, trainer, meter, signal } = context;
  let [lossSum, correct, samples] = [0, 0, 0];
  const limit = explosionLimit(dataset, prepared.splits.train);
  const learningRates: number[] = [];
  let last: MetricPoint | undefined;
  for await (const chunk of trainer.run(epoch, validationLosses)) {
    lossSum += chunk.lossSum;
    correct += chunk.correct;
    samples += chunk.samples;
    for (const { learningRate } of chunk.points) learningRates.push(learningRate);
    last = chunk.points.at(-1);
    meter.add(chunk.samples, chunk.points.length, chunk.milliseconds);
    yield { type: 'iterations', points: chunk.points, progress: meter.progress(epoch) };
    const diverged = divergedLoss(chunk.points, limit);
    if (diverged) yield* tellDivergence(context, diverged, { learningRates, start });
    if (signal.aborted) break;
  }
  if (!last || learningRates.length < trainer.iterationsPerEpoch) return null;
  const accuracy = dataset.target.kind === 'class' ? correct / samples : null;
  return { metrics: { loss: lossSum / samples, accuracy }, last, learningRates };
}

/** Says where in the network it began, then throws. */
async function* tellDivergence(
  { spec, dataset, prepared, executor, trainer, meter }: EpochsContext,
  divergence: Divergence,
  { learningRates, start }: Pick<TrainedEpoch, 'learningRates'> & { readonly start: Checkpoint },
): AsyncGenerator<TrainingEvent, never> {
  const { epoch, iteration } = divergence.point;
  const firstIteration = (epoch - 1) * trainer.iterationsPerEpoch + 1;
  const finding = await findDivergence({
    ...{ spec, dataset, prepared, executor, epoch, start, firstIteration },
    stepsBefore: 0,
    learningRates: learningRates.slice(0, iteration - firstIteration + 1),
  });
  if (finding) yield { type: 'divergence', findings: [finding], progress: meter.progress(epoch) };
  throw divergenceError(divergence, finding);
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
  { splits, model }: PreparedExperiment,
  iterationsPerEpoch: number,
  epochs: number,
): TrainingEvent {
  return {
    type: 'start',
    splits: {
      train: splits.train.length,
      validation: splits.validation.length,
      test: splits.test.length,
    },
    parameters: model.parameters.reduce((total, { shape }) => total + sizeOf(shape), 0),
    iterationsPerEpoch,
    iterations: iterationsPerEpoch * epochs,
  };
}
