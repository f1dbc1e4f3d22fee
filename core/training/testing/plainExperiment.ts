import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';

/** These layers by SGD for three epochs, with whatever a test changes. */
export function plainExperiment(layers: readonly object[], changes: object = {}): ExperimentSpec {
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'test',
    dataset: 'digits',
    model: { layers },
    loss: { type: 'CrossEntropyLoss' },
    optimizer: { type: 'SGD' },
    training: { batchSize: 32, epochs: 3 },
    ...changes,
  });
}
