/**
 * Lets an interrupted run go on behind its last committed epoch, as if it had never been interrupted.
 *
 * What was stored of the unfinished epoch goes in the transaction that queues the run: those iterations are computed
 * again, and the curve shows each once.
 */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { locateRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { markOrphans } from './markOrphans.ts';

export function resumeRun(context: ServiceContext, id: string): RunRecord {
  const { store, library, queue, now, emit } = context;
  // A service that died may have left the run as running.
  markOrphans(store, now());
  store.transaction(() => {
    const run = store.runs.get(id);
    const { epoch, iteration } = lastEpochOf(run);
    // Missing data is told now, while the run is as it was.
    locateRunDataset(library, run);
    store.checkpoints.get(id, epoch);
    store.metrics.dropIterations(id, { after: iteration });
    store.findings.drop(id, { after: epoch });
    store.runs.change(id, {
      status: 'queued',
      progress: { ...run.progress, epoch, iteration, secondsLeft: null },
      owner: store.owners.claim(now()),
      error: null,
      endedAt: null,
    });
  });
  emit({ event: 'run.changed', run: store.runs.get(id) });
  queue.add(id);
  return store.runs.get(id);
}

/** Throws StudioError where there is nothing to go on from or to. */
function lastEpochOf({ id, status, last }: RunRecord): EpochMetrics {
  if (status === 'queued' || status === 'running') {
    throw new StudioError('busy', `Run "${id}" is ${status}.`, { where: 'run' });
  }
  if (status === 'completed') {
    throw new StudioError('invalid-request', `Run "${id}" is completed.`, {
      where: 'run',
      hint: 'Only a run that was stopped, crashed or failed can go on.',
    });
  }
  if (last) return last;
  throw new StudioError('invalid-request', `Run "${id}" has no finished epoch to go on from.`, {
    where: 'run',
    hint: 'Start its experiment again: nothing is lost.',
  });
}
