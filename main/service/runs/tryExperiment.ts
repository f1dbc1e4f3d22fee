/** Tries an experiment in a trainer process of its own, before any run is made of it. */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';
import { executorFor } from './RunSession.ts';
import { refuseProblems } from './refuseProblems.ts';
import type { TrialJob } from './TrainerJobs.ts';

/** Throws StudioError `invalid-experiment` for one that cannot be trained. */
export async function tryExperiment<Result>(
  context: ServiceContext,
  spec: ExperimentSpec,
  trial: (job: TrialJob) => Promise<Result>,
): Promise<Result> {
  refuseProblems((await checkSpec(context, spec)).report);
  const { id, hash } = await obtainDataset(context, spec);
  const dataset = { path: context.library.dataPath(id), hash };
  return trial({ spec, dataset, executor: executorFor(spec) });
}
