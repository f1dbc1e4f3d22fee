/**
 * Checks an experiment against its dataset, looking at the samples only where what the library knows
 * does not suffice.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import {
  type ExperimentFacts,
  factsOfDataset,
  factsOfInfo,
} from '../../../core/training/ExperimentFacts.ts';
import { describeWanted } from '../library/findDataset.ts';
import { machineOf } from '../machineOf.ts';
import type { ServiceContext } from '../ServiceContext.ts';

export interface CheckedSpec {
  readonly report: ExperimentReport;
  readonly facts: ExperimentFacts;
}

export async function checkSpec(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<CheckedSpec> {
  const info = await describeWanted(context, spec);
  const facts = factsOfInfo(spec, info) ?? factsOf(spec, await openWanted(context, info));
  const machine = await machineOf(context, spec);
  return { report: checkExperiment(spec, info, machine, facts), facts };
}

/** A bundled sample is read without being installed. */
async function openWanted({ library, opened, samples }: ServiceContext, { id }: DatasetInfo) {
  return library.find(id) ? opened.get(id) : decodeDataset((await samples.read(id)).data);
}

/** Of a dataset in memory, what was found last: an editor asks again after every keystroke. */
const remembered = new WeakMap<
  Dataset,
  { readonly key: string; readonly facts: ExperimentFacts }
>();

function factsOf(spec: ExperimentSpec, dataset: Dataset): ExperimentFacts {
  const key = JSON.stringify([spec.split, spec.seed, spec.preprocessing]);
  const known = remembered.get(dataset);
  if (known?.key === key) return known.facts;
  const facts = factsOfDataset(spec, dataset);
  remembered.set(dataset, { key, facts });
  return facts;
}
