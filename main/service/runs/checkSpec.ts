/**
 * Checks an experiment against its dataset, looking at the samples only where what the library knows
 * does not suffice.
 */
import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import { type ExperimentFacts, factsOfInfo } from '../../../core/training/ExperimentFacts.ts';
import { describeWanted } from '../library/findDataset.ts';
import { machineOf } from '../machineOf.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { askAboutSplit } from './askAboutSplit.ts';

export interface CheckedSpec {
  readonly report: ExperimentReport;
  readonly facts: ExperimentFacts;
}

export async function checkSpec(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<CheckedSpec> {
  const info = await describeWanted(context, spec);
  const facts =
    factsOfInfo(spec, info) ?? (await askAboutSplit('facts', context, info, spec)).facts;
  return { report: checkExperiment(spec, info, machineOf(context), facts), facts };
}
