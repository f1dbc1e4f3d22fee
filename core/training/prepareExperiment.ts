/**
 * What follows from an experiment and its dataset before any training: splits, preprocessing, the
 * network.
 *
 * Training, evaluation and export all start here, so that they cannot disagree about which sample
 * is in which split or how a value is scaled.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import { splitDataset } from '../data/splitDataset.ts';
import type { Splits } from '../data/splits/Splits.ts';
import { buildModel, type Model } from '../model/buildModel.ts';
import { fitPreprocessor } from '../preprocessing/fitPreprocessor.ts';
import { inputShapeOf } from '../preprocessing/inputShapeOf.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';

export interface PreparedExperiment {
  readonly splits: Splits;
  /** Fitted on the training split alone. */
  readonly preprocessor: Preprocessor;
  readonly model: Model;
}

/** Throws StudioError `invalid-experiment` for a model that does not fit the dataset. */
export function prepareExperiment(spec: ExperimentSpec, dataset: Dataset): PreparedExperiment {
  const splits = splitDataset(dataset, spec);
  const preprocessor = fitPreprocessor(dataset, splits.train, spec.preprocessing);
  return { splits, preprocessor, model: buildModel(spec.model, inputShapeOf(preprocessor)) };
}
