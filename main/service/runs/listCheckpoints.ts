/** Which weights of a run are kept, and what they take on the disk. */
import type { RunCheckpoints } from '../../../core/contract/RunCheckpoints.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { Store } from '../store/openStore.ts';

export function listCheckpoints(
  { checkpoints, positions, metrics }: Store,
  { id, bestEpoch, last }: RunRecord,
): RunCheckpoints {
  const kept = checkpoints.list(id).flatMap(({ epoch, bytes }) => {
    const [measured] = metrics.listEpochs(id, { after: epoch - 1, maximum: 4 });
    if (!measured) return [];
    const { validation } = measured;
    const isLast = epoch === last?.epoch;
    return [{ epoch, validation, bytes, isBest: epoch === bestEpoch, isLast }];
  });
  const inEpochs = kept.reduce((total, { bytes }) => total + bytes, 0);
  return { checkpoints: kept, bytes: inEpochs + positions.bytes(id) };
}
