import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { Workload } from './workloads.ts';

/** More than any benchmark waits for. */
const EPOCHS = 1_000_000;

interface SpecData {
  readonly dataset: string;
  /** The share that the validation split gets; what the files keep for testing stays apart. */
  readonly validation: number;
  readonly test: number;
}

/** A workload as the experiment of a person: flattened where it takes lists and the data is images. */
export function specOf(workload: Workload, { dataset, ...shares }: SpecData): ExperimentSpec {
  const { layers, optimizer, batchSize, tokens, inputShape } = workload;
  const isFlat = inputShape.length === 1 && !tokens;
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'bench',
    dataset,
    split: { ...shares, stratified: false },
    preprocessing: { normalization: tokens ? 'none' : 'standardize' },
    model: { layers: [...(isFlat ? [{ type: 'Flatten' }] : []), ...layers] },
    loss: { type: 'CrossEntropyLoss' },
    optimizer,
    training: { batchSize, epochs: EPOCHS },
  });
}
