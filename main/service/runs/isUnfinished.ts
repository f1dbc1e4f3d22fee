import type { RunStatus } from '../../../core/contract/RunRecord.ts';

/** Waiting, training or paused: a run that some service is responsible for. */
export const isUnfinished = (status: RunStatus): boolean =>
  status === 'queued' || status === 'running' || status === 'paused';
