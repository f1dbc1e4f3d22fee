import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { formatDuration } from './format.ts';

/** How long a run took; of one that was interrupted, how long since it went on. */
export function describeTime({ startedAt, resumedAt, endedAt }: RunRecord): string {
  if (startedAt === null || endedAt === null) return '–';
  const seconds = formatDuration((endedAt - (resumedAt ?? startedAt)) / 1000);
  return resumedAt === null ? seconds : `${seconds} since it was resumed`;
}
