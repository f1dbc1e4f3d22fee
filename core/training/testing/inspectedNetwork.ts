/**
 * A small network in the middle of its training, the same as in scripts/recordPytorchInspection.py:
 * for tests of what is seen inside of it.
 */
import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { TableDataset } from '../../data/Dataset.ts';
import { lcg, lcgClasses } from '../../golden/testing/lcg.ts';
import { buildModel } from '../../model/buildModel.ts';
import type { Checkpoint } from '../TrainingEvent.ts';

export const SEED = 70_000;
const [SAMPLES, FEATURES, CLASSES] = [20, 5, 3];

export const inspectedData: TableDataset = {
  kind: 'table',
  samples: SAMPLES,
  values: Float32Array.from(lcg(SEED, [SAMPLES, FEATURES], 2)),
  targets: lcgClasses(SEED + 1, SAMPLES, CLASSES),
  target: { kind: 'class', name: 'class', labels: ['a', 'b', 'c'], counts: [7, 7, 6] },
  columns: ['v', 'w', 'x', 'y', 'z'].map((name) => ({ name, type: 'number' })),
  givenSplits: null,
  warnings: [],
};

export const inspectedSpec = ExperimentSpec.parse({
  format: 'descent-experiment',
  version: 1,
  name: 'inspected',
  dataset: 'inspected',
  split: { validation: 0.2, test: 0, stratified: false },
  preprocessing: { normalization: 'none' },
  model: {
    layers: [
      { type: 'Linear', options: { outFeatures: 6 } },
      { type: 'ReLU' },
      {
        type: 'Residual',
        layers: [{ type: 'Linear', options: { outFeatures: 6 } }, { type: 'Tanh' }],
      },
      { type: 'Sigmoid' },
      { type: 'Linear', options: { outFeatures: 3 } },
    ],
  },
  loss: { type: 'CrossEntropyLoss' },
  optimizer: {
    type: 'SGD',
    options: { learningRate: 0.125, momentum: 0.9, weightDecay: 0.01, weightDecayOn: 'weights' },
  },
  training: {
    batchSize: 8,
    epochs: 2,
    gradientClipping: { type: 'ClipGradNorm', options: { maxNorm: 0.25 } },
  },
});

/** Weights and velocities; the first two units are dead, as their biases are far below 0. */
export function inspectedCheckpoint(): Checkpoint {
  const { parameters } = buildModel(inspectedSpec.model, [FEATURES]);
  const entries = parameters.flatMap(({ name, shape }, index) => {
    const data = Float32Array.from(lcg(SEED + 10 + index, shape, 2));
    if (name === '0.bias') data.fill(-16, 0, 2);
    const velocity = Float32Array.from(lcg(SEED + 50 + index, shape, 0.125));
    return [
      [name, { shape, data }],
      [`optimizer.velocity.${name}`, { shape, data: velocity }],
    ];
  });
  return Object.fromEntries(entries);
}
