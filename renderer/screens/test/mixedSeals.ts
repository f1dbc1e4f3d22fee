import type { RunRecord } from '../../../core/contract/RunRecord.ts';

type Sealed = Pick<RunRecord, 'dataset' | 'sealHash'>;

/** Datasets, by id, whose runs are not all judged by the same test samples. */
export function mixedSeals(runs: readonly Sealed[]): ReadonlySet<string> {
  const seals = new Map<string, Set<string>>();
  for (const { dataset, sealHash } of runs) {
    if (sealHash === null) continue;
    seals.set(dataset.id, (seals.get(dataset.id) ?? new Set()).add(sealHash));
  }
  return new Set([...seals].flatMap(([id, { size }]) => (size > 1 ? [id] : [])));
}
