import type { Component } from '../core/contract/ModelSpec.ts';
import type { Workload } from './workloads.ts';

export interface PerceptronOptions {
  /** Units of the hidden layers, from the input on. */
  readonly hidden: readonly number[];
  readonly batchSize: number;
  readonly optimizer: Component;
}

const [FEATURES, CLASSES] = [784, 10];

/** A network of Linear layers with ReLU between them, on 784 features and 10 classes. */
export function perceptron({ hidden, batchSize, optimizer }: PerceptronOptions): Workload {
  const sizes = [FEATURES, ...hidden, CLASSES];
  const layers = sizes
    .slice(1)
    .flatMap((outFeatures, index): Component[] => [
      ...(index > 0 ? [{ type: 'ReLU', options: {} }] : []),
      { type: 'Linear', options: { inFeatures: sizes[index]!, outFeatures } },
    ]);
  return {
    name: `${sizes.join('-')}, batch ${batchSize}`,
    inputShape: [FEATURES],
    classes: CLASSES,
    batchSize,
    layers,
    optimizer,
  };
}
