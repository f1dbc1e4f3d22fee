import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

/** What a leakage scan depends on, as a text to be compared: the data, its split, its preprocessing. */
export function scannedSettings(
  { dataset, split, preprocessing, seed }: ExperimentSpec,
  hash: string,
): string {
  return JSON.stringify([dataset, hash, split, preprocessing, seed]);
}
