/**
 * Measures a model in inference mode: dropout off, BatchNorm on its running statistics, no sample
 * twice.
 *
 * The program is compiled once for one minibatch size; the last minibatch is filled up with its
 * first sample and the filling is thrown away, so that every sample counts once and nothing is
 * compiled for the remainder.
 */
import type { Component } from '../contract/ModelSpec.ts';
import type { SplitMetrics } from '../contract/RunRecord.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor, TensorData, TensorMap } from '../executors/Executor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { accuracyOf } from '../metrics/accuracyOf.ts';
import type { Model } from '../model/buildModel.ts';
import { createBatchWriter } from '../preprocessing/createBatchWriter.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { inferenceProgram } from './inferenceProgram.ts';
import { writeTargets } from './writeTargets.ts';

const LARGEST_BATCH = 256;

export interface EvaluatorOptions {
  readonly model: Model;
  readonly loss: Component;
  readonly dataset: Dataset;
  readonly preprocessor: Preprocessor;
  readonly executor: Executor;
  /** No more samples than this are evaluated at once. */
  readonly largestSplit: number;
}

export interface EvaluationOutcome {
  /** [n, K] logits, or [n, 1] predicted numbers, in the order of the indices. */
  readonly outputs: Float32Array;
  /** [n] data loss of each sample, weighted where the loss weights samples. */
  readonly losses: Float32Array;
  readonly metrics: SplitMetrics;
}

export interface Evaluator {
  /** `state` holds the model's parameters and buffers by name; other names in it are ignored. */
  evaluate(state: TensorMap, indices: Int32Array): Promise<EvaluationOutcome>;
  dispose(): Promise<void>;
}

export async function createEvaluator(options: EvaluatorOptions): Promise<Evaluator> {
  const { model, loss, dataset, preprocessor, executor } = options;
  const writer = createBatchWriter({ dataset, preprocessor, seed: 0 });
  const batchSize = Math.max(1, Math.min(LARGEST_BATCH, options.largestSplit));
  const target = dataset.target.kind;
  const executable = await executor.compile(inferenceProgram({ model, loss, batchSize, target }));
  const stateNames = [...model.parameters, ...model.buffers].map(({ name }) => name);
  const outputSize = sizeOf(model.outputShape);
  const input = new Float32Array(batchSize * sizeOf(model.inputShape));
  const targets = new (target === 'class' ? Int32Array : Float32Array)(batchSize);

  return {
    async evaluate(state, indices) {
      const weights = Object.fromEntries(stateNames.map((name) => [name, state[name]]));
      const outputs = new Float32Array(indices.length * outputSize);
      const losses = new Float32Array(indices.length);
      let weightSum = 0;
      for (let start = 0; start < indices.length; start += batchSize) {
        const real = indices.subarray(start, start + batchSize);
        const batch = filledUp(real, batchSize);
        writer.write(batch, null, input, 0);
        writeTargets(dataset, batch, targets, 0);
        const results = await executable.run({ ...weights, input, target: targets });
        outputs.set(results.output.subarray(0, real.length * outputSize), start * outputSize);
        losses.set(results.loss.subarray(0, real.length), start);
        weightSum += results.weight ? total(results.weight.subarray(0, real.length)) : real.length;
      }
      const loss = total(losses) / weightSum;
      return { outputs, losses, metrics: summarize(dataset, indices, outputs, loss) };
    },
    dispose: () => executable.dispose(),
  };
}

function filledUp(indices: Int32Array, batchSize: number): Int32Array {
  if (indices.length === batchSize) return indices;
  const filled = new Int32Array(batchSize).fill(indices[0]);
  filled.set(indices);
  return filled;
}

function total(values: TensorData): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function summarize(
  dataset: Dataset,
  indices: Int32Array,
  outputs: Float32Array,
  loss: number,
): SplitMetrics {
  if (dataset.target.kind === 'number') return { loss, accuracy: null };
  const targets = new Int32Array(indices.length);
  writeTargets(dataset, indices, targets, 0);
  return { loss, accuracy: accuracyOf(outputs, targets) };
}
