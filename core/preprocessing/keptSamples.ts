import type { PreprocessingSpec } from '../contract/ExperimentSpec.ts';
import type { Dataset } from '../data/Dataset.ts';

/**
 * Which samples an experiment works with: false for those that lack a value where missing ones are
 * dropped. Only columns of a table that the model sees matter; null where every sample is kept.
 */
export function keptSamples(
  { kind, columns, values, samples }: Dataset,
  spec: PreprocessingSpec,
): ((index: number) => boolean) | null {
  if (kind !== 'table') return null;
  const excluded = new Set(spec.excludedColumns);
  const watched = columns.flatMap(({ name, type }, place) => {
    const rule = type === 'category' ? spec.missingCategories : spec.missingNumbers;
    return rule === 'drop' && !excluded.has(name) ? [place] : [];
  });
  if (watched.length === 0) return null;
  const kept = new Uint8Array(samples);
  for (let index = 0; index < samples; index++) {
    const row = index * columns.length;
    kept[index] = watched.every((place) => !Number.isNaN(values[row + place])) ? 1 : 0;
  }
  return (index) => kept[index] === 1;
}
