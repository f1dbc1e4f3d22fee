/**
 * What follows from an experiment and its dataset before any training: splits, normalisation, the
 * network.
 *
 * Training, evaluation and export all start here, so that they cannot disagree about which sample
 * is in which split or how a feature is scaled.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import { denseSamples } from '../data/DenseSamples.ts';
import { fitNormalizer, type Normalizer } from '../data/fitNormalizer.ts';
import { type Splits, splitDataset } from '../data/splitDataset.ts';
import { buildModel, type Model } from '../model/buildModel.ts';

export interface PreparedExperiment {
  readonly splits: Splits;
  /** Fitted on the training split alone. */
  readonly normalizer: Normalizer;
  readonly model: Model;
}

/** Throws StudioError `invalid-experiment` for a model that does not fit the dataset. */
export function prepareExperiment(spec: ExperimentSpec, dataset: Dataset): PreparedExperiment {
  const samples = denseSamples(dataset);
  const splits = splitDataset(dataset, spec.split, spec.seed);
  return {
    splits,
    normalizer: fitNormalizer(samples, splits.train, spec.preprocessing.normalization),
    model: buildModel(spec.model, samples.sampleShape),
  };
}
