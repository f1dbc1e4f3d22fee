/**
 * One sample through a network that is still being edited, in a process of its own: with the weights
 * of a run, of the imported model that it starts from, or as they are drawn.
 */
import type { ForwardPass } from '../../../core/contract/ForwardPass.ts';
import type { ParsedParams } from '../../../core/contract/StudioApi.ts';
import { datasetFileOf, obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';
import { faultOf } from './faultOf.ts';
import { initialModelOf } from './initialModelOf.ts';
import { keptWeights } from './keptWeights.ts';
import { refuseProblems } from './refuseProblems.ts';
import { executorFor } from './trainJobOf.ts';

/**
 * Of a network that cannot be computed as a whole the layers in front of the fault. Throws StudioError
 * `invalid-experiment` for a split or a preprocessing that cannot be.
 */
export async function passForward(
  context: ServiceContext,
  { spec, run, split, place, sample, mode }: ParsedParams<'experiments.forwardPass'>,
): Promise<ForwardPass> {
  const { report } = await checkSpec(context, spec);
  const problems = report.problems.filter(({ where }) => /^(split|preproc)/.test(where));
  refuseProblems({ ...report, problems });
  const { store, models, jobs } = context;
  const kept = run === undefined ? null : keptWeights(store, store.runs.get(run));
  return jobs.passForward({
    ...{ spec, split, place, sample: sample ?? null, mode },
    fault: faultOf(spec.model, report),
    dataset: datasetFileOf(context, await obtainDataset(context, spec)),
    executor: executorFor(spec),
    checkpoint: kept?.checkpoint ?? null,
    initialModel: initialModelOf(models, spec),
  });
}
