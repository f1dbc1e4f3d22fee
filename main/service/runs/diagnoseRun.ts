/** Says how a run learns, from every epoch that it has measured. */
import type { Diagnosis } from '../../../core/contract/Diagnosis.ts';
import { diagnose } from '../../../core/training/diagnosis/diagnose.ts';
import { harderTraining } from '../../../core/training/diagnosis/harderTraining.ts';
import { isRegularized } from '../../../core/training/diagnosis/isRegularized.ts';
import { findRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';

/** The longest run of the contract: a diagnosis needs neighbouring epochs, so none is thinned out. */
const MOST_EPOCHS = 1_000_000;

export function diagnoseRun({ store, library }: ServiceContext, id: string): Diagnosis {
  const run = store.runs.get(id);
  const { target } = findRunDataset({ store, library }, run);
  const history = store.metrics.listEpochs(id, { after: 0, maximum: MOST_EPOCHS });
  const hasDiverged = run.error?.code === 'diverged';
  return diagnose(history, {
    target,
    hasDiverged,
    isRegularized: isRegularized(run.spec),
    harderTraining: harderTraining(run.spec),
    plannedEpochs: run.spec.training.epochs,
    findings: run.findings,
  });
}
