/**
 * Lets an interrupted run go on from where its state is kept, as if it had never been interrupted.
 *
 * What was stored behind that place goes in the transaction that queues the run; what is computed
 * again comes to the same bits.
 */
import type { RunPosition, RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { locateRunDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import type { Store } from '../store/openStore.ts';
import { isUnfinished } from './isUnfinished.ts';
import { keptWeights } from './keptWeights.ts';
import { markOrphans } from './markOrphans.ts';
import { rewindRun } from './rewindRun.ts';

/** Behind `epoch`, which must have a checkpoint; from the run's position when left out. */
export function resumeRun(context: ServiceContext, id: string, epoch?: number): RunRecord {
  const { store, queue, now, emit } = context;
  // A service that died may have left the run as running.
  markOrphans(store, now());
  store.transaction(() => {
    const run = store.runs.get(id);
    refuseUnresumable(run);
    // Missing data is told now, while the run is as it was.
    locateRunDataset(context, run);
    if (epoch !== undefined) goBackTo(store, run, epoch);
    const { position } = store.runs.get(id);
    if (!position) throw nothingKept(id);
    checkState(store, id, position);
    store.runs.change(id, {
      status: 'queued',
      progress: rewindRun(store, id),
      owner: store.owners.claim(now()),
      error: null,
      endedAt: null,
    });
  });
  emit({ event: 'run.changed', run: store.runs.get(id) });
  queue.add(id);
  return store.runs.get(id);
}

function refuseUnresumable({ id, status }: RunRecord): void {
  if (isUnfinished(status)) {
    throw new StudioError('busy', `Run "${id}" is ${status}.`, { where: 'run' });
  }
  if (status !== 'completed') return;
  throw new StudioError('invalid-request', `Run "${id}" is completed.`, {
    where: 'run',
    hint: 'Only a run that was stopped, crashed or failed can go on.',
  });
}

/**
 * Drops all that lies behind the epoch. The best weights may be among it: until that epoch is
 * trained again, the best ones are the best of those that are left.
 */
function goBackTo(store: Store, run: RunRecord, epoch: number): void {
  const { id } = run;
  keptWeights(store, run, epoch);
  store.checkpoints.dropAfter(id, epoch);
  store.positions.drop(id);
  store.metrics.dropEpochs(id, { after: epoch });
  const losses = store.metrics.listValidationLosses(id);
  const lossOf = (kept: { readonly epoch: number }) => losses[kept.epoch - 1] ?? Number.NaN;
  const best = store.checkpoints.list(id).reduce((a, b) => (lossOf(b) < lossOf(a) ? b : a));
  store.runs.change(id, { bestEpoch: best.epoch });
}

/** Throws StudioError `storage` for a damaged one, while the run is as it was. */
function checkState({ checkpoints, positions }: Store, id: string, { epoch }: RunPosition): void {
  if (!positions.get(id)) checkpoints.get(id, epoch);
}

function nothingKept(id: string): StudioError {
  return new StudioError('invalid-request', `Run "${id}" has nothing kept to go on from.`, {
    where: 'run',
    hint: 'Start its experiment again: nothing is lost.',
  });
}
