/**
 * The learning-rate range test: a short training whose learning rate grows from far too small to
 * far too large (Smith, "Cyclical learning rates for training neural networks", 2017).
 *
 * At first nothing happens, then the loss falls, then it explodes; a good learning rate lies where
 * it falls fastest. Model, loss, optimizer and clipping are the experiment's; its schedule is not
 * used, and no weights are kept.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { LearningRatePoint, LearningRateRange } from '../contract/LearningRateRange.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor } from '../executors/Executor.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { inlineChunkSource } from './ChunkSource.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { createStepLoop, type StepLoop } from './StepLoop.ts';
import { steepestLearningRate } from './steepestLearningRate.ts';
import type { TellTrialProgress } from './TrialProgress.ts';

const SMALLEST = 1e-8;
const LARGEST = 1;
/** 25 a decade. */
const ITERATIONS = 201;
/** Looked at after so many iterations, so that little is computed in vain. */
const CHUNK = 10;
/** Weight of what was before in the running mean. */
const MEMORY = 0.9;
/** Times the lowest running mean. */
const EXPLODED = 4;

export interface LearningRateRangeOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  readonly tell?: TellTrialProgress;
}

/** For an experiment that checkExperiment found trainable. */
export async function learningRateRange(
  options: LearningRateRangeOptions,
): Promise<LearningRateRange> {
  const { spec, dataset, executor, tell } = options;
  const { model, preprocessor, splits } = prepareExperiment(spec, dataset);
  const { batchSize, gradientClipping } = spec.training;
  const loop = await createStepLoop({
    ...spec,
    gradientClipping,
    model,
    dataset,
    preprocessor,
    train: splits.train,
    executor,
    createSource: inlineChunkSource,
    batchSize,
  });
  try {
    const initial = initializeModel(model, spec.seed, spec.initialization);
    await loop.executable.setState(loop.step.initialState(initial));
    const points = await measure(loop, Math.floor(splits.train.length / batchSize), tell);
    const stoppedEarly = points.length < ITERATIONS;
    return { points, suggestion: steepestLearningRate(points), stoppedEarly };
  } finally {
    await loop.source.dispose();
    await loop.executable.dispose();
  }
}

/** Of an iteration, from 1. */
function learningRateAt(iteration: number): number {
  return SMALLEST * (LARGEST / SMALLEST) ** ((iteration - 1) / (ITERATIONS - 1));
}

/** Up to where the loss exploded. */
async function measure(
  loop: StepLoop,
  stepsPerEpoch: number,
  tell: TellTrialProgress | undefined,
): Promise<LearningRatePoint[]> {
  const points: LearningRatePoint[] = [];
  const average = createRunningMean();
  let lowest = Number.POSITIVE_INFINITY;
  while (points.length < ITERATIONS) {
    const known = points.length;
    for (const loss of await runChunk(loop, points.length, stepsPerEpoch)) {
      const smoothedLoss = average(loss);
      if (!(smoothedLoss <= EXPLODED * lowest)) return points;
      lowest = Math.min(lowest, smoothedLoss);
      points.push({ learningRate: learningRateAt(points.length + 1), loss, smoothedLoss });
    }
    const told = { iteration: points.length, iterations: ITERATIONS, points: points.slice(known) };
    await tell?.({ ...told, loss: points.at(-1)?.loss ?? Number.NaN });
  }
  return points;
}

async function runChunk(
  loop: StepLoop,
  done: number,
  stepsPerEpoch: number,
): Promise<ArrayLike<number> & Iterable<number>> {
  const stepsBefore = done % stepsPerEpoch;
  const most = Math.min(CHUNK, loop.capacity, ITERATIONS - done);
  const steps = Math.min(most, stepsPerEpoch - stepsBefore);
  const epoch = Math.floor(done / stepsPerEpoch) + 1;
  const samplesBefore = stepsBefore * loop.batchSize;
  const arrays = await loop.source.request({ epoch, samplesBefore, stepsBefore, steps });
  return (await loop.run(arrays, steps, done, learningRateAt)).loss;
}

/** m ← β m + (1 − β) x, divided by 1 − βᵗ, so that the start counts in full. */
function createRunningMean(): (value: number) => number {
  let sum = 0;
  let weight = 0;
  return (value) => {
    sum = MEMORY * sum + (1 - MEMORY) * value;
    weight = MEMORY * weight + (1 - MEMORY);
    return sum / weight;
  };
}
