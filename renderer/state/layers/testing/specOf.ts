import { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../../../core/contract/ModelSpec.ts';

/** An experiment with these layers, for tests. */
export function specOf(layers: readonly LayerSpec[]): ExperimentSpec {
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'Test',
    dataset: 'iris',
    model: { layers },
    loss: { type: 'CrossEntropyLoss' },
    optimizer: { type: 'SGD' },
    training: { batchSize: 8, epochs: 2 },
  });
}
