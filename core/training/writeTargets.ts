import type { Dataset } from '../data/Dataset.ts';
import type { TensorData } from '../executors/Executor.ts';

/** Writes the targets of the samples, class indices or numbers, behind each other from `offset`. */
export function writeTargets(
  dataset: Pick<Dataset, 'targets'>,
  indices: Int32Array,
  out: TensorData,
  offset: number,
): void {
  for (let row = 0; row < indices.length; row++) {
    out[offset + row] = dataset.targets[indices[row]];
  }
}
