/**
 * The training loop: epochs of chunks of iterations, told as events.
 *
 * It is a generator because training has no listener to call: whoever drives it decides what to
 * store and what to draw, and nothing runs ahead of what has been consumed. What a person asks for
 * meanwhile comes in through the control, see trainEpoch.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { LearningRateChange } from '../contract/LearningRateChange.ts';
import type { SplitMetrics } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import { sealHash } from '../data/sealHash.ts';
import { countSplits } from '../data/splits/countSplits.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { createActiveClock } from './ActiveClock.ts';
import { type CreateChunkSource, inlineChunkSource } from './ChunkSource.ts';
import { divergedState } from './divergence/Divergence.ts';
import { tellDivergence } from './divergence/tellDivergence.ts';
import { meansOf, noSums } from './EpochSums.ts';
import { createEpochTrainer } from './EpochTrainer.ts';
import { createEvaluator, type Evaluator } from './Evaluator.ts';
import { createEarlyStopping } from './earlyStopping.ts';
import { explosionLimit } from './explosionLimit.ts';
import { createGuards, type Guards } from './guards/Guards.ts';
import { createLearningRates } from './learningRates.ts';
import { createProgressMeter } from './ProgressMeter.ts';
import { type PreparedExperiment, prepareExperiment } from './prepareExperiment.ts';
import type { ResumePoint } from './ResumePoint.ts';
import { createTrainingControl, type TrainingControl } from './TrainingControl.ts';
import type { Checkpoint, TrainingEvent } from './TrainingEvent.ts';
import { type EpochContext, trainEpoch } from './trainEpoch.ts';
import { weightDecayPenalty } from './weightDecayPenalty.ts';

export interface TrainOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Assembles chunks elsewhere than in this thread; inline when left out. */
  readonly createSource?: CreateChunkSource;
  /** Looked at between chunks, about every tenth of a second; asks for nothing when left out. */
  readonly control?: TrainingControl;
  /** Goes on from there; from the beginning when left out. */
  readonly from?: ResumePoint | undefined;
  /** That a person made before it began; those of `from` win. */
  readonly learningRateChanges?: readonly LearningRateChange[] | undefined;
  /** Parameters and buffers to start from, by name; the experiment's initialisation when absent. */
  readonly initialWeights?: Readonly<Record<string, Float32Array>> | undefined;
}

/**
 * Trains an experiment that checkExperiment found trainable.
 *
 * Going on from an epoch, or from any iteration, gives bit for bit what training in one go gives,
 * on the same executor with the same threads.
 *
 * Yields `start`, then for each epoch `iterations` several times and `epoch` once, then `end`;
 * `control` in answer to what was asked of the control. A stop ends it after the chunk in work; an
 * epoch cut short is not measured, but told as a `position`. Throws StudioError `diverged` after
 * telling of the iteration whose loss was not finite or exploded, or instead of an epoch whose
 * weights are not, and after `divergence`, which says where in the network it began.
 */
export async function* train(options: TrainOptions): AsyncGenerator<TrainingEvent, void> {
  const { spec, dataset, executor, createSource = inlineChunkSource, from } = options;
  const { control = createTrainingControl() } = options;
  const prepared = prepareExperiment(spec, dataset);
  const clock = createActiveClock(options.now);
  const { now } = clock;
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
    const iterationsBefore = iterationsDone(from, iterationsPerEpoch);
    const meter = createProgressMeter({ now, epochs, iterationsPerEpoch, iterationsBefore });
    const rates = createLearningRates(
      spec,
      iterationsPerEpoch,
      from?.learningRateChanges ?? options.learningRateChanges,
    );
    const lossLimit = explosionLimit(dataset, prepared.splits.train);
    yield startEvent(dataset, prepared, iterationsPerEpoch, epochs);
    const learning = { spec, dataset, prepared, executor, trainer, rates, lossLimit };
    const context = { ...learning, meter, control, clock };
    const ending = yield* trainEpochs({ ...context, evaluator, guards, from });
    yield { type: 'end', ...ending, samplesPerSecond: meter.samplesPerSecond() };
  } finally {
    await trainer.dispose();
    await evaluator?.dispose();
    await guards.dispose();
  }
}

interface EpochsContext extends EpochContext {
  readonly evaluator: Evaluator;
  readonly guards: Guards;
  readonly from: ResumePoint | undefined;
}

type Ending = Pick<Extract<TrainingEvent, { type: 'end' }>, 'status' | 'endReason'>;

const stopped: Ending = { status: 'stopped', endReason: null };

async function* trainEpochs(context: EpochsContext): AsyncGenerator<TrainingEvent, Ending> {
  const { spec, dataset, prepared, trainer, guards, meter, clock, from } = context;
  const { epochs } = spec.training;
  const validationLosses = [...(from?.validationLosses ?? [])];
  const stopping = createEarlyStopping(spec.training.earlyStopping);
  for (const loss of validationLosses) stopping.add(loss);
  let bestLoss = lowestOf(validationLosses);
  let before = from?.unfinished ?? noSums;
  let latest = from?.checkpoint ?? (await trainer.checkpoint());
  for (let epoch = (from?.epoch ?? 0) + 1; epoch <= epochs; epoch++) {
    const endReason = stopping.reason();
    if (endReason) return { status: 'completed', endReason };
    const trained = yield* trainEpoch(context, { epoch, before, start: latest }, validationLosses);
    if (!trained) return stopped;
    const { sums, last } = trained;
    const start = clock.now();
    const checkpoint = await trainer.checkpoint();
    const broken = divergedState(checkpoint, last);
    if (broken) yield* tellDivergence(context, broken, trained.replay);
    latest = checkpoint;
    const validation = await evaluateValidation(context, checkpoint);
    const { iteration, learningRate } = last;
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
        train: meansOf(sums, dataset.target.kind),
        validation,
        penalty: weightDecayPenalty(spec.optimizer, prepared.model.parameters, checkpoint),
        gradientNorm: seen?.gradientNorm ?? null,
        seconds: sums.seconds + (clock.now() - start) / 1000,
      },
      checkpoint,
      isBest,
      findings: seen?.findings ?? [],
      progress: meter.progress(epoch),
    };
    before = noSums;
  }
  return { status: 'completed', endReason: null };
}

function iterationsDone(from: ResumePoint | undefined, iterationsPerEpoch: number): number {
  return (from?.epoch ?? 0) * iterationsPerEpoch + (from?.unfinished?.iterations ?? 0);
}

/** Losses that are not a number are no lower than any other. */
function lowestOf(losses: readonly number[]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const loss of losses) if (loss < lowest) lowest = loss;
  return lowest;
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
    splits: countSplits(splits, dataset),
    sealHash: sealHash(dataset, splits.test),
    parameters: model.parameters.reduce((total, { shape }) => total + sizeOf(shape), 0),
    iterationsPerEpoch,
    iterations: iterationsPerEpoch * epochs,
  };
}
