/**
 * What is timed: one optimizer step after the other on minibatches made beforehand.
 *
 * The list is that of the throughput goals: small and large minibatches, normalisation, dropout, a
 * wide network, images, and texts as bags of words. Options are written out, because peers read
 * them too.
 */
import type { Component } from '../core/contract/ModelSpec.ts';

export interface Workload {
  readonly name: string;
  /** Of one sample. */
  readonly inputShape: readonly number[];
  /** Inputs are token numbers below this, instead of numbers in [0, 1). */
  readonly tokens?: number;
  readonly classes: number;
  readonly batchSize: number;
  readonly layers: readonly Component[];
  readonly optimizer: Component;
}

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (inFeatures: number, outFeatures: number) =>
  layer('Linear', { inFeatures, outFeatures });
const relu = layer('ReLU');
const leakyRelu = layer('LeakyReLU', { negativeSlope: 0.01 });
const batchNorm = (numFeatures: number) => layer('BatchNorm1d', { numFeatures });
const dropout = (p: number) => layer('Dropout', { p });
const sgd = layer('SGD', { learningRate: 0.01 });
const adam = layer('Adam', { learningRate: 0.001 });

const plain = (batchSize: number): Workload => ({
  name: `784-256-128-10, ReLU, SGD, batch ${batchSize}`,
  inputShape: [784],
  classes: 10,
  batchSize,
  layers: [linear(784, 256), relu, linear(256, 128), relu, linear(128, 10)],
  optimizer: sgd,
});

const block = (inFeatures: number, outFeatures: number) => [
  linear(inFeatures, outFeatures),
  leakyRelu,
  batchNorm(outFeatures),
];

const regularized = (sizes: readonly [number, number, number], batchSize: number): Workload => ({
  name: `${sizes.join('-')}-10, LeakyReLU, BatchNorm, Dropout, Adam, batch ${batchSize}`,
  inputShape: [sizes[0]],
  classes: 10,
  batchSize,
  layers: [
    ...block(sizes[0], sizes[1]),
    dropout(0.2),
    ...block(sizes[1], sizes[2]),
    dropout(0.2),
    linear(sizes[2], 10),
  ],
  optimizer: adam,
});

const lecture = (optimizer: Component): Workload => ({
  name: `300-200-100-50-10, LeakyReLU, BatchNorm, ${optimizer.type}, batch 256`,
  inputShape: [300],
  classes: 10,
  batchSize: 256,
  layers: [...block(300, 200), ...block(200, 100), ...block(100, 50), linear(50, 10)],
  optimizer,
});

const wide = (optimizer: Component): Workload => ({
  name: `784-1024-1024-10, ReLU, Dropout, ${optimizer.type}, batch 256`,
  inputShape: [784],
  classes: 10,
  batchSize: 256,
  layers: [
    ...[linear(784, 1024), relu, dropout(0.5)],
    ...[linear(1024, 1024), relu, dropout(0.5)],
    linear(1024, 10),
  ],
  optimizer,
});

const convolution = (inChannels: number, outChannels: number) => [
  layer('Conv2d', { inChannels, outChannels, kernelSize: 3, padding: 1 }),
  relu,
  layer('MaxPool2d', { kernelSize: 2 }),
];

const images = (optimizer: Component): Workload => ({
  name: `1×28×28, Conv 16 and 32, pools, Linear, ${optimizer.type}, batch 64`,
  inputShape: [1, 28, 28],
  classes: 10,
  batchSize: 64,
  layers: [...convolution(1, 16), ...convolution(16, 32), layer('Flatten'), linear(32 * 7 * 7, 10)],
  optimizer,
});

/** Texts of 100 tokens. */
const texts = (optimizer: Component): Workload => ({
  name: `EmbeddingBag 10,000×64, Linear, ${optimizer.type}, batch 64`,
  inputShape: [100],
  tokens: 10_000,
  classes: 4,
  batchSize: 64,
  layers: [
    layer('EmbeddingBag', { numEmbeddings: 10_000, embeddingDim: 64, mode: 'mean' }),
    linear(64, 4),
  ],
  optimizer,
});

const wideWithout = (optimizer: Component): Workload => ({
  name: `784-1024-1024-10, ReLU, ${optimizer.type}, batch 512`,
  inputShape: [784],
  classes: 10,
  batchSize: 512,
  layers: [linear(784, 1024), relu, linear(1024, 1024), relu, linear(1024, 10)],
  optimizer,
});

/** For a GPU: the first is the one that its goal is stated for. */
export const gpuWorkloads: readonly Workload[] = [
  wideWithout(sgd),
  wideWithout(adam),
  plain(128),
  regularized([784, 256, 128], 256),
  images(adam),
  texts(adam),
];

export const workloads: readonly Workload[] = [
  plain(32),
  plain(128),
  plain(512),
  regularized([64, 64, 32], 64),
  regularized([784, 256, 128], 256),
  ...[sgd, adam].flatMap((optimizer) =>
    [lecture, wide, images, texts].map((workload) => workload(optimizer)),
  ),
];

/** Those that the whole studio trains: on MNIST, or on the bundled digits for 64 features. */
export const studioWorkloads: readonly Workload[] = [
  plain(128),
  regularized([784, 256, 128], 256),
  regularized([64, 64, 32], 64),
];
