import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

/** The part of an experiment that the train screen sets; keys in order, so as to be compared. */
export function trainingSettings(spec: ExperimentSpec) {
  const { name, dataset, split, preprocessing, model, ...settings } = spec;
  return sorted(settings) as typeof settings;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
