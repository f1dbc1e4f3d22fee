import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { TableDataset } from '../../data/Dataset.ts';
import { randomAt } from '../../random/randomAt.ts';

/** Two noisy clouds of points on either side of a line. */
export function clouds(samples: number): TableDataset {
  const random = randomAt({ seed: 7, stream: 'augment' });
  const targets = Int32Array.from({ length: samples }, (_, index) => index % 2);
  const features = new Float32Array(samples * 2);
  for (let index = 0; index < samples; index++) {
    features[2 * index] = random.nextNormal() + (targets[index] ? 2 : -2);
    features[2 * index + 1] = random.nextNormal() * 3 + 100;
  }
  const counts = [samples / 2, samples / 2];
  return {
    kind: 'table',
    samples,
    targets,
    target: { kind: 'class', name: 'side', labels: ['left', 'right'], counts },
    columns: ['x', 'y'].map((name) => ({ name, type: 'number' as const })),
    values: features,
    givenSplits: null,
    warnings: [],
  };
}

/** A small network with BatchNorm and Dropout for the clouds, with whatever a test changes. */
export function cloudsExperiment(changes: Record<string, unknown> = {}): ExperimentSpec {
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'clouds',
    dataset: 'clouds',
    model: {
      layers: [
        { type: 'Linear', options: { outFeatures: 8 } },
        { type: 'LeakyReLU' },
        { type: 'BatchNorm1d' },
        { type: 'Dropout', options: { p: 0.2 } },
        { type: 'Linear', options: { outFeatures: 2 } },
      ],
    },
    loss: { type: 'CrossEntropyLoss' },
    optimizer: { type: 'Adam', options: { learningRate: 0.01 } },
    training: { batchSize: 16, epochs: 5 },
    ...changes,
  });
}
