/** Whether a minibatch and the model fit into memory: the reason why not everyone trains on all samples at once. */
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { LayerReport, Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { sizeOf } from '../graph/Tensor.ts';

const BYTES_PER_VALUE = 4;
/** Each layer's output stands for the backward pass, beside its gradient and one intermediate value. */
const VALUES_PER_OUTPUT = 3;
/** The chunk in hand and the one that is assembled meanwhile. */
const VALUES_PER_INPUT = 2;
/** A parameter, its gradient, two optimizer slots; state is held twice, before and after a call. */
const VALUES_PER_PARAMETER = 7;
/** What the system and the studio itself need. */
const SHARE_FOR_TRAINING = 0.8;

/** Bytes that training holds at once, as an estimate: float32 values of minibatch and parameters. */
export function trainingMemory(
  inputSize: number,
  layers: readonly LayerReport[],
  batchSize: number,
): number {
  const outputs = layers.reduce((total, { outputShape }) => total + sizeOf(outputShape ?? [0]), 0);
  const parameters = layers.reduce((total, layer) => total + layer.parameters, 0);
  const perSample = VALUES_PER_INPUT * inputSize + VALUES_PER_OUTPUT * outputs;
  return BYTES_PER_VALUE * (batchSize * perSample + VALUES_PER_PARAMETER * parameters);
}

/** Refuses what would need more than four fifths of `memory` bytes. */
export function checkMemory(
  { training }: ExperimentSpec,
  { sampleShape }: DatasetInfo,
  layers: readonly LayerReport[],
  memory: number,
): Problem[] {
  const { batchSize } = training;
  const needed = trainingMemory(sizeOf(sampleShape), layers, batchSize);
  if (needed <= memory * SHARE_FOR_TRAINING) return [];
  const samples = batchSize.toLocaleString('en-US');
  const message =
    `Minibatches of ${samples} samples need about ${gigabytes(needed)} with this model. ` +
    `This computer has ${gigabytes(memory)}. Choose a smaller batch size or narrower layers.`;
  return [{ severity: 'error', where: 'training.batchSize', message }];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en-US', { maximumFractionDigits: 1 })} GB`;
}
