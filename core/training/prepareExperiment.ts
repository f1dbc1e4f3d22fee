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

/**
 * Throws StudioError `invalid-experiment` for a model that does not fit the dataset. `build`: for who
 * takes less of the network than all of it.
 */
export function prepareExperiment(
  spec: ExperimentSpec,
  dataset: Dataset,
  build: typeof buildModel = buildModel,
): PreparedExperiment {
  const splits = splitDataset(dataset, spec);
  const preprocessor = fitPreprocessor(dataset, splits.train, spec.preprocessing);
  return { splits, preprocessor, model: build(spec.model, inputShapeOf(preprocessor)) };
}
