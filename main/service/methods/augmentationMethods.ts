/**
 * Shows and measures the augmentation of an experiment that may still be edited.
 *
 * In the service's own process, since a slider waits for it: the dataset and the split stay in
 * memory between two requests, and the pictures travel as bytes.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { splitDataset } from '../../../core/data/splitDataset.ts';
import { augmentationEffect } from '../../../core/training/augmentationEffect.ts';
import { checkAugmentation } from '../../../core/training/checkAugmentation.ts';
import { previewAugmentation } from '../../../core/training/previewAugmentation.ts';
import { obtainDataset } from '../library/findDataset.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function augmentationMethods(context: ServiceContext): MethodsOf<'augmentation'> {
  let split: { readonly key: string; readonly train: Int32Array } | null = null;

  /** A permutation of a large dataset takes as long as the pictures themselves. */
  function trainOf(spec: ExperimentSpec, { hash }: DatasetInfo, dataset: Dataset): Int32Array {
    const key = JSON.stringify([hash, spec.split, spec.seed, spec.preprocessing]);
    if (split?.key === key) return split.train;
    const { train } = splitDataset(dataset, spec);
    split = { key, train };
    return train;
  }

  async function open(spec: ExperimentSpec) {
    const info = await obtainDataset(context, spec);
    refuseErrors(spec, info);
    return { info, dataset: await context.opened.get(info.id) };
  }

  return {
    'augmentation.preview': async ({ spec, ...wish }) => {
      const { info, dataset } = await open(spec);
      const train = trainOf(spec, info, dataset);
      return previewAugmentation(spec, dataset, train, wish);
    },
    'augmentation.effect': async ({ spec }) => augmentationEffect(spec, (await open(spec)).dataset),
  };
}

/** Only of the augmentation: the rest of the experiment may still be unfinished. */
function refuseErrors(spec: ExperimentSpec, info: DatasetInfo): void {
  const error = checkAugmentation(spec, info).find(({ severity }) => severity === 'error');
  if (error) throw new StudioError('invalid-experiment', error.message, { where: error.where });
}
