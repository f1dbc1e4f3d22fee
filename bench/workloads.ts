/** What is timed: one optimizer step after the other on minibatches made beforehand. */
import type { Component } from '../core/contract/ModelSpec.ts';

export interface Workload {
  readonly name: string;
  readonly features: number;
  readonly classes: number;
  readonly batchSize: number;
  readonly layers: readonly Component[];
  readonly optimizer: Component;
}

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (inFeatures: number, outFeatures: number) =>
  layer('Linear', { inFeatures, outFeatures });

const plain = (batchSize: number): Workload => ({
  name: `784-256-128-10, ReLU, SGD, batch ${batchSize}`,
  features: 784,
  classes: 10,
  batchSize,
  layers: [linear(784, 256), layer('ReLU'), linear(256, 128), layer('ReLU'), linear(128, 10)],
  optimizer: layer('SGD', { learningRate: 0.01 }),
});

const block = (inFeatures: number, outFeatures: number) => [
  linear(inFeatures, outFeatures),
  layer('LeakyReLU', { negativeSlope: 0.01 }),
  layer('BatchNorm1d', { numFeatures: outFeatures }),
  layer('Dropout', { p: 0.2 }),
];

const regularized = (sizes: readonly [number, number, number], batchSize: number): Workload => ({
  name: `${sizes.join('-')}-10, LeakyReLU, BatchNorm, Dropout, Adam, batch ${batchSize}`,
  features: sizes[0],
  classes: 10,
  batchSize,
  layers: [...block(sizes[0], sizes[1]), ...block(sizes[1], sizes[2]), linear(sizes[2], 10)],
  optimizer: layer('Adam', { learningRate: 0.001 }),
});

export const workloads: readonly Workload[] = [
  plain(32),
  plain(128),
  plain(512),
  regularized([64, 64, 32], 64),
  regularized([784, 256, 128], 256),
];
