/** A compiled training step of one minibatch size, with what feeds it. */
import type { Component } from '../contract/ModelSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Normalizer } from '../data/fitNormalizer.ts';
import type { Executor, LoopExecutable } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { Model } from '../model/buildModel.ts';
import { type ChunkFeeder, createChunkFeeder } from './ChunkFeeder.ts';
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
  readonly feeder: ChunkFeeder;
}

export interface StepLoopOptions {
  readonly model: Model;
  readonly loss: Component;
  readonly optimizer: Component;
  readonly gradientClipping?: Component | undefined;
  readonly dataset: Dataset;
  readonly normalizer: Normalizer;
  readonly executor: Executor;
  readonly batchSize: number;
  readonly seed: number;
}

export async function createStepLoop(options: StepLoopOptions): Promise<StepLoop> {
  const { dataset, normalizer, executor, batchSize, seed } = options;
  const step = trainingStep({ ...options, target: dataset.target.kind });
  const noiseSize = step.noise.reduce((total, { shape }) => total + sizeOf(shape), 0);
  const stepBytes = 4 * (batchSize * (sizeOf(dataset.sampleShape) + 1) + noiseSize);
  const capacity = Math.min(MOST_STEPS, Math.max(1, Math.floor(CHUNK_BYTES / stepBytes)));
  const executable = await executor.compileLoop(step.loop);
  const feeder = createChunkFeeder({ dataset, normalizer, step, batchSize, seed, capacity });
  return { step, batchSize, capacity, executable, feeder };
}
