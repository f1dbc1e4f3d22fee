import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { roundUp } from '../../charts/axisTicks.ts';

const SHORT_PLAN = 100;

/**
 * How many epochs the axis of a run has: those it has come to; while it trains the planned ones.
 *
 * A plan of more than 100 epochs is shown as far as it is in sight, or its first epochs would be
 * one vertical stroke.
 */
export function shownEpochs({ status, progress }: Pick<RunRecord, 'status' | 'progress'>): number {
  const { epoch, epochs } = progress;
  if (status !== 'running' && status !== 'queued') return Math.max(1, epoch);
  return Math.min(epochs, roundUp(Math.max(SHORT_PLAN, epoch * 1.25)));
}
