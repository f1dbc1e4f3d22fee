/** A learning-rate range test of an experiment, in a trainer process of its own; no run is made. */
import { totalmem } from 'node:os';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LearningRateRange } from '../../../core/contract/LearningRateRange.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import { describeWanted, obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { executorFor } from './RunSession.ts';
import { refuseProblems } from './refuseProblems.ts';

export async function findLearningRate(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<LearningRateRange> {
  const { library, jobs } = context;
  const described = await describeWanted(context, spec);
  refuseProblems(checkExperiment(spec, described, { memory: totalmem() }));
  const { id, hash } = await obtainDataset(context, spec);
  return jobs.findLearningRate({
    spec,
    dataset: { path: library.dataPath(id), hash },
    executor: executorFor(spec),
  });
}
