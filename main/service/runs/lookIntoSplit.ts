/**
 * What an experiment that is still being edited makes of its data: the parts, and a sample as the
 * network would see it.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { ModelInput } from '../../../core/contract/ModelInput.ts';
import type { SplitTable } from '../../../core/contract/SplitTable.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { showModelInput } from '../../../core/preprocessing/showModelInput.ts';
import { obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { askAboutSplit } from './askAboutSplit.ts';

/** Throws StudioError `invalid-experiment` where the data cannot be split so. */
export async function tableOfSplit(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<SplitTable> {
  const info = await obtainDataset(context, spec);
  return (await askAboutSplit('table', context, info, spec)).table;
}

/** Also throws where `sample` is no place in the dataset, or nothing can be fitted. */
export async function modelInputOf(
  context: ServiceContext,
  spec: ExperimentSpec,
  sample: number,
): Promise<ModelInput> {
  const info = await obtainDataset(context, spec);
  if (sample >= info.samples) {
    const message = `Sample ${sample} is not in the dataset, which has ${info.samples} samples.`;
    throw new StudioError('invalid-request', message, { where: 'sample' });
  }
  const { splits, preprocessor } = await askAboutSplit('fit', context, info, spec);
  const dataset = await context.opened.get(info.id);
  return showModelInput(preprocessor, { dataset, splits, index: sample });
}
