import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

/** How an experiment trains, without what it trains and on what: the part that a run can give back. */
export function trainingSettings(spec: ExperimentSpec) {
  const { name, dataset, split, preprocessing, model, initialModel, ...settings } = spec;
  return settings;
}
