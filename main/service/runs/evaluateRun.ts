/**
 * Measures a run's weights on one of its splits: the best, unless an epoch is named.
 *
 * The test split is sealed: its opening is committed before anything is computed, so that nobody
 * can look at it without leaving a trace, not even by killing the program.
 */
import type { Evaluation, EvaluationSplit } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { locateRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { keptWeights } from './keptWeights.ts';
import { executorFor } from './trainJobOf.ts';

export async function evaluateRun(
  context: ServiceContext,
  id: string,
  split: EvaluationSplit,
  epoch?: number,
): Promise<Evaluation> {
  const { store, jobs, now, emit } = context;
  const run = store.runs.get(id);
  const { metrics, checkpoint } = keptWeights(store, run, epoch);
  const dataset = locateRunDataset(context, run);
  if (run.splits?.[split] === 0) {
    throw new StudioError('invalid-request', `The ${split} split of run "${id}" is empty.`, {
      where: 'split',
      hint: 'Give it a share in the experiment and train again.',
    });
  }
  if (split === 'test') {
    store.evaluations.openTestSplit(id, now());
    emit({ event: 'run.changed', run: store.runs.get(id) });
  }
  const { kind: _, ...measured } = await jobs.evaluate({
    spec: run.spec,
    dataset,
    executor: executorFor(run.spec),
    checkpoint,
    split,
  });
  const evaluation: Evaluation = {
    run: id,
    split,
    epoch: metrics.epoch,
    ...measured,
    testOpenings: store.evaluations.countTestOpenings(id),
    evaluatedAt: now(),
  };
  store.evaluations.add(evaluation);
  return evaluation;
}
