/**
 * Problems of batch size, epochs and splits: what the lecture's formula floor(N / k) makes of them.
 */
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { walkLayers } from '../contract/layerPath.ts';
import type { SplitCounts } from '../contract/RunRecord.ts';
import { iterationsPerEpoch } from '../data/iterationsPerEpoch.ts';
import { usualBatchSize } from './usualSettings.ts';

/** Fewer updates an epoch than this and a small dataset hardly learns. */
const FEW_ITERATIONS = 10;
/** With so few samples the gradient is mostly noise, and so is what BatchNorm measures. */
const SMALL_BATCH = 4;
/** The lecture's bound above which quality drops. */
const LARGE_BATCH = 4000;

const count = (value: number) => value.toLocaleString('en-US');

/** Every layer that needs more than one sample to train on. */
const needsTwoSamples = (type: string) => type.startsWith('BatchNorm');

export function checkTraining(spec: ExperimentSpec, splits: SplitCounts): Problem[] {
  const { batchSize, dropLast } = spec.training;
  const where = 'training.batchSize';
  const error = (message: string): Problem => ({ severity: 'error', where, message });
  if (splits.train === 0) return [];
  if (batchSize > splits.train) {
    return [
      error(
        `Batch size ${count(batchSize)} is larger than the training split of ` +
          `${count(splits.train)} samples.`,
      ),
    ];
  }
  const normalized = [...walkLayers(spec.model.layers)]
    .map(({ layer }) => layer)
    .find(({ type }) => needsTwoSamples(type));
  const leftOver = splits.train % batchSize;
  if (normalized && batchSize === 1) {
    return [
      error(
        `${normalized.type} needs more than 1 sample in a minibatch to train. ` +
          'Received batch size 1.',
      ),
    ];
  }
  if (normalized && !dropLast && leftOver === 1) {
    return [
      error(
        `${normalized.type} needs more than 1 sample in a minibatch to train, but the last ` +
          `minibatch of ${count(splits.train)} samples in batches of ${count(batchSize)} holds 1. ` +
          'Turn dropLast on or change the batch size.',
      ),
    ];
  }
  const warnings = hints(splits.train, batchSize, dropLast).map(
    (message): Problem => ({ severity: 'warning', where, message }),
  );
  return [...warnings, ...idleEarlyStopping(spec)];
}

/** The first epoch always counts as the best, so it takes patience + 1 epochs to stop. */
function idleEarlyStopping({ training: { epochs, earlyStopping } }: ExperimentSpec): Problem[] {
  if (!earlyStopping || earlyStopping.patience < epochs - 1) return [];
  return [
    {
      severity: 'warning',
      where: 'training.earlyStopping.patience',
      message:
        `A patience of ${count(earlyStopping.patience)} cannot end a run of ` +
        `${count(epochs)} epochs early.`,
    },
  ];
}

function hints(samples: number, batchSize: number, dropLast: boolean): string[] {
  const iterations = iterationsPerEpoch(samples, batchSize, dropLast);
  if (batchSize >= LARGE_BATCH) {
    return [
      `Batch sizes of ${count(LARGE_BATCH)} and more tend to learn worse. ` +
        '256 to 512 is a good start.',
    ];
  }
  if (iterations < FEW_ITERATIONS && batchSize === 1) {
    return [
      `${samples === 1 ? '1 training sample is' : `${samples} training samples are`} too few ` +
        'to learn from. Add samples, or give the training split a larger share.',
    ];
  }
  if (batchSize === samples) {
    return [
      `Batch size ${count(batchSize)} is the whole training split: 1 iteration an epoch, plain ` +
        'gradient descent. A smaller batch learns faster here.',
    ];
  }
  if (batchSize === 1) {
    return [
      'Minibatches of 1 sample: the gradients are noisy, which can lead out of a local minimum, ' +
        'and an epoch takes long. Larger ones learn more steadily.',
    ];
  }
  if (iterations < FEW_ITERATIONS) {
    return [
      `${count(iterations)} ${iterations === 1 ? 'iteration' : 'iterations'} an epoch: ` +
        'the weights are updated rarely. A smaller batch learns faster here.',
    ];
  }
  // Where the usual size is as small, the dataset is, and nothing better can be said.
  if (batchSize <= SMALL_BATCH && batchSize < usualBatchSize(samples)) {
    return [
      `Minibatches of ${count(batchSize)} samples: the gradients are noisy, and an epoch takes ` +
        'long. Larger ones learn more steadily.',
    ];
  }
  return [];
}
