/**
 * Checks an experiment, makes a run of it and queues it; a refusal leaves store and library as they
 * were.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';
import { initialModelOf } from './initialModelOf.ts';
import { refuseProblems } from './refuseProblems.ts';

export async function startRun(
  context: ServiceContext,
  spec: ExperimentSpec,
  experiment?: string,
): Promise<RunRecord> {
  const { store, queue, now, emit } = context;
  if (spec.device === 'gpu' && !context.gpu) {
    throw new StudioError('unsupported', 'No GPU can be reached from here.', {
      where: 'device',
      hint: 'Choose the device auto or cpu.',
    });
  }
  initialModelOf(context.models, spec);
  const { report } = await checkSpec(context, spec);
  refuseProblems(report);
  const dataset = await obtainDataset(context, spec);
  const run = store.transaction(() =>
    store.runs.add({
      // Another window may have removed it meanwhile.
      experiment: experiment !== undefined && store.documents.has(experiment) ? experiment : null,
      spec,
      dataset,
      splits: report.splits,
      parameters: report.parameters,
      iterations: report.iterations ?? 0,
      owner: store.owners.claim(now()),
      createdAt: now(),
    }),
  );
  emit({ event: 'run.changed', run });
  queue.add(run.id);
  return store.runs.get(run.id);
}
