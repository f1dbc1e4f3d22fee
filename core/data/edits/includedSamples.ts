import type { Dataset } from '../Dataset.ts';

/** How many samples a dataset has that are not excluded. */
export function includedSamples({ samples, overlay }: Dataset): number {
  if (!overlay) return samples;
  return samples - overlay.excluded.reduce((sum, one) => sum + one, 0);
}
