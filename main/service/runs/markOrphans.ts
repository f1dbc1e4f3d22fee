/**
 * Marks runs as crashed whose owner, a service process, is dead. Runs of living processes are left
 * alone.
 */
import type { Store } from '../store/openStore.ts';
import { serviceCrash } from './trainerCrash.ts';

export function markOrphans(store: Store, now: number): void {
  const orphans = store.runs
    .listUnfinished()
    .filter(({ owner }) => !store.owners.isAlive(owner, now));
  for (const { id } of orphans) {
    const error = serviceCrash(store.runs.get(id).position);
    store.runs.change(id, { status: 'crashed', error, endedAt: now, trainerPid: null });
  }
}
