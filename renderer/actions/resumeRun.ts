import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

/** Lets an interrupted run go on; it waits for its turn where another one trains. */
export async function resumeRun({ id }: Pick<RunRecord, 'id'>): Promise<void> {
  await useRuns.getState().resume(id).catch(showError);
}
