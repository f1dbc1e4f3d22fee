import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { confirm } from '../components/ConfirmDialog.tsx';
import { i18n } from '../i18n/i18n.ts';
import { useRuns } from '../state/runs.ts';
import { showError } from './showError.ts';

/**
 * Lets an interrupted run go on, with `epoch` behind that checkpoint and without what came after; it
 * waits for its turn where another one trains.
 */
export async function resumeRun(run: RunRecord, epoch?: number): Promise<void> {
  const lost = epoch === undefined ? 0 : (run.last?.epoch ?? 0) - epoch;
  const isMeant =
    lost === 0 ||
    (await confirm({
      title: i18n.t('checkpoints.resumeTitle', { epoch }),
      text: i18n.t('checkpoints.resumeText', { count: lost }),
      action: i18n.t('train.resume'),
      dangerous: true,
    }));
  if (isMeant) await useRuns.getState().resume(run.id, epoch).catch(showError);
}
