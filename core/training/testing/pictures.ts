import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { ImageDataset } from '../../data/Dataset.ts';
import { randomAt } from '../../random/randomAt.ts';

/** Small pictures with a bright spot, on the left for one class and on the right for the other. */
export function pictures(samples: number, shape: readonly [number, number, number]): ImageDataset {
  const [channels, height, width] = shape;
  const random = randomAt({ seed: 11, stream: 'augment' });
  const targets = Int32Array.from({ length: samples }, (_, index) => index % 2);
  const plane = height * width;
  const images = Uint8Array.from({ length: samples * channels * plane }, (_, at) => {
    const sample = Math.floor(at / (channels * plane));
    const isRight = at % width >= width / 2;
    return random.nextBelow(120) + (isRight === (targets[sample] === 1) ? 130 : 0);
  });
  return {
    kind: 'image',
    samples,
    sampleShape: shape,
    images,
    targets,
    target: {
      kind: 'class',
      name: 'side',
      labels: ['left', 'right'],
      counts: [Math.ceil(samples / 2), Math.floor(samples / 2)],
    },
    columns: [],
    values: new Float32Array(),
    givenSplits: null,
    warnings: [],
  };
}

export function picturesExperiment(changes: Record<string, unknown> = {}): ExperimentSpec {
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'pictures',
    dataset: 'pictures',
    model: { layers: [{ type: 'Flatten' }, { type: 'Linear', options: { outFeatures: 2 } }] },
    loss: { type: 'CrossEntropyLoss' },
    optimizer: { type: 'SGD', options: { learningRate: 0.05 } },
    training: { batchSize: 8, epochs: 3 },
    seed: 5,
    ...changes,
  });
}
