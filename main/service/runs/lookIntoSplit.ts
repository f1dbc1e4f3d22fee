/**
 * What an experiment that is still being edited makes of its data: the parts, and a sample as the
 * network would see it.
 *
 * The last split and the last fit stay in memory beside their dataset: a person goes from sample to
 * sample, and an editor asks again after every change.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { ModelInput } from '../../../core/contract/ModelInput.ts';
import type { SplitTable } from '../../../core/contract/SplitTable.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { drawSplits } from '../../../core/data/splits/drawSplits.ts';
import type { Splits } from '../../../core/data/splits/Splits.ts';
import { splitTable } from '../../../core/data/splits/splitTable.ts';
import { fitPreprocessor } from '../../../core/preprocessing/fitPreprocessor.ts';
import type { Preprocessor } from '../../../core/preprocessing/Preprocessor.ts';
import { showModelInput } from '../../../core/preprocessing/showModelInput.ts';
import { obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';

interface Look {
  readonly key: string;
  readonly splits: Splits;
  table?: SplitTable;
  preprocessor?: Preprocessor;
}

const remembered = new WeakMap<Dataset, Look>();

/** Throws StudioError `invalid-experiment` where the data cannot be split so. */
export async function tableOfSplit(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<SplitTable> {
  const dataset = await open(context, spec);
  const look = lookAt(dataset, spec);
  look.table ??= splitTable(dataset, look.splits);
  return look.table;
}

/** Also throws where `sample` is no place in the dataset, or nothing can be fitted. */
export async function modelInputOf(
  context: ServiceContext,
  spec: ExperimentSpec,
  sample: number,
): Promise<ModelInput> {
  const dataset = await open(context, spec);
  if (sample >= dataset.samples) {
    const message = `Sample ${sample} is not in the dataset, which has ${dataset.samples} samples.`;
    throw new StudioError('invalid-request', message, { where: 'sample' });
  }
  const look = lookAt(dataset, spec);
  const { splits } = look;
  look.preprocessor ??= fitPreprocessor(dataset, splits.train, spec.preprocessing);
  return showModelInput(look.preprocessor, { dataset, splits, index: sample });
}

async function open(context: ServiceContext, spec: ExperimentSpec): Promise<Dataset> {
  const { id } = await obtainDataset(context, spec);
  return context.opened.get(id);
}

function lookAt(dataset: Dataset, spec: ExperimentSpec): Look {
  const key = JSON.stringify([spec.split, spec.seed, spec.preprocessing]);
  const known = remembered.get(dataset);
  if (known?.key === key) return known;
  const look: Look = { key, splits: drawSplits(dataset, spec) };
  remembered.set(dataset, look);
  return look;
}
