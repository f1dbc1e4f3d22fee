/** A compiled training step of one minibatch size, with what feeds it. */
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import type { Component } from '../contract/ModelSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor, LoopExecutable, TensorData } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { Model } from '../model/buildModel.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import type { LearningRateAt } from '../schedules/learningRateSchedule.ts';
import type { ChunkArrays } from './ChunkFeeder.ts';
import type { ChunkSource, CreateChunkSource } from './ChunkSource.ts';
import { type TrainingStep, trainingStep } from './trainingStep.ts';

/**
 * Bytes of sequences in one chunk: large enough to make a call worth it, small enough to stay in
 * cache and memory.
 */
const CHUNK_BYTES = 8 * 2 ** 20;
const MOST_STEPS = 256;

export interface StepLoop {
  readonly step: TrainingStep;
  readonly batchSize: number;
  /** The most steps that one call may run. */
  readonly capacity: number;
  readonly executable: LoopExecutable;
  readonly source: ChunkSource;
  /** Runs an assembled chunk whose first step is the run's iteration `iterationsBefore` + 1. */
  run(
    chunk: ChunkArrays,
    steps: number,
    iterationsBefore: number,
    learningRateAt: LearningRateAt,
  ): Promise<Record<string, TensorData>>;
}

export interface StepLoopOptions {
  readonly model: Model;
  readonly loss: Component;
  readonly optimizer: Component;
  readonly gradientClipping?: Component | undefined;
  readonly dataset: Dataset;
  readonly preprocessor: Preprocessor;
  readonly augmentation: readonly Component[];
  /** Dataset indices of the training split. */
  readonly train: Int32Array;
  readonly executor: Executor;
  readonly createSource: CreateChunkSource;
  readonly batchSize: number;
  readonly seed: number;
  readonly trackGradientNorm?: boolean | undefined;
}

export async function createStepLoop(options: StepLoopOptions): Promise<StepLoop> {
  const { dataset, batchSize, executor, createSource, augmentation } = options;
  const isMixed = prepareAugmentation(augmentation).batch.length > 0;
  const step = trainingStep({ ...options, target: dataset.target.kind, isMixed });
  const sizes = sequenceSizes(step);
  const stepBytes = 4 * Object.values(sizes).reduce((total, size) => total + size, 0);
  const capacity = Math.min(MOST_STEPS, Math.max(1, Math.floor(CHUNK_BYTES / stepBytes)));
  const lengths = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, size * capacity]),
  );
  const executable = await executor.compileLoop(step.loop);
  const { preprocessor, train, seed } = options;
  const { noise } = step;
  const source = createSource({
    dataset,
    preprocessor,
    augmentation,
    train,
    noise,
    batchSize,
    seed,
    lengths,
  });

  return {
    step,
    batchSize,
    capacity,
    executable,
    source,
    run(chunk, steps, iterationsBefore, learningRateAt) {
      const scalarsOf = (index: number) => {
        const iteration = iterationsBefore + index + 1;
        return step.scalars(iteration, learningRateAt(iteration));
      };
      const sequences: Record<string, TensorData> = scalarSequences(steps, scalarsOf);
      for (const [name, size] of Object.entries(sizes)) {
        sequences[name] = chunk[name].subarray(0, size * steps);
      }
      return executable.run(steps, sequences);
    },
  };
}

/** Elements a step takes of each sequence that is data; the optimizer's scalars are none. */
function sequenceSizes({ loop, scalars }: TrainingStep): Record<string, number> {
  const isScalar = new Set(Object.keys(scalars(1)));
  const data = loop.program.inputs.filter(
    ({ name }) => loop.sequences.includes(name) && !isScalar.has(name),
  );
  return Object.fromEntries(data.map(({ name, shape }) => [name, sizeOf(shape)]));
}

/** A value a step, computed in float64. */
function scalarSequences(
  steps: number,
  scalarsOf: (index: number) => Readonly<Record<string, number>>,
): Record<string, Float32Array> {
  const rows = Array.from({ length: steps }, (_, index) => scalarsOf(index));
  return Object.fromEntries(
    Object.keys(rows[0]).map((name) => [name, Float32Array.from(rows, (row) => row[name])]),
  );
}
