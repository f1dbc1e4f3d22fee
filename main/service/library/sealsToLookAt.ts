import type { SealedSplit } from '../../../core/data/edits/brokenSeals.ts';

/**
 * Gives what is to be looked at, call by call, until every seal was given: while one looks, a run
 * may begin and another be removed, so that their number says nothing. Behind the null at the end
 * nothing can have happened, as long as nobody waits.
 *
 * @param judged The test splits by which runs are judged at that moment.
 */
export function sealsToLookAt(
  judged: () => readonly SealedSplit[],
): () => readonly SealedSplit[] | null {
  const seen = new Set<string>();
  return () => {
    const sealed = judged();
    if (sealed.every(({ seal }) => seen.has(seal))) return null;
    for (const { seal } of sealed) seen.add(seal);
    return sealed;
  };
}
