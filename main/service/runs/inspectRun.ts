/**
 * Looks inside a run's network in a process of its own, with the weights that are committed: a run
 * that is training goes on meanwhile.
 */
import type { LayerStatistics } from '../../../core/contract/LayerStatistics.ts';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { locateRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { refuseUnkept } from './keptWeights.ts';
import { executorFor } from './trainJobOf.ts';

export async function inspectRun(
  { store, library, jobs }: ServiceContext,
  id: string,
  wanted: number | undefined,
): Promise<LayerStatistics> {
  const run = store.runs.get(id);
  const { epoch, iteration, learningRate } = epochOf(store, run, wanted);
  refuseUnkept(store, id, epoch);
  const { data } = store.checkpoints.get(id, epoch);
  const measured = await jobs.inspect({
    spec: run.spec,
    dataset: locateRunDataset({ store, library }, run),
    executor: executorFor(run.spec),
    checkpoint: data,
    iteration,
    learningRate,
  });
  return { run: id, epoch, ...measured };
}

/** Throws StudioError `not-found` for an epoch that was never finished. */
function epochOf(
  { metrics }: ServiceContext['store'],
  { id, last }: RunRecord,
  wanted: number | undefined,
): EpochMetrics {
  if (!last) {
    throw new StudioError('not-found', `Run "${id}" has no finished epoch, so no weights yet.`, {
      where: 'run',
    });
  }
  if (wanted === undefined || wanted === last.epoch) return last;
  const [found] = metrics.listEpochs(id, { after: wanted - 1, maximum: 4 });
  if (found?.epoch === wanted) return found;
  throw new StudioError('not-found', `Run "${id}" has no finished epoch ${wanted}.`, {
    where: 'epoch',
    hint: `Its last one is epoch ${last.epoch}.`,
  });
}
