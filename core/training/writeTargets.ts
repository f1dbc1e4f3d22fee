import type { Dataset } from '../data/Dataset.ts';

/** Writes the targets of the samples, class indices or numbers, behind each other from `offset`. */
export function writeTargets(
  dataset: Dataset,
  indices: Int32Array,
  out: Int32Array | Float32Array,
  offset: number,
): void {
  for (let row = 0; row < indices.length; row++) {
    out[offset + row] = dataset.targets[indices[row]];
  }
}
