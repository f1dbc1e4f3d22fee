import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { confirm } from '../components/ConfirmDialog.tsx';
import { i18n } from '../i18n/i18n.ts';
import { useRuns } from '../state/runs.ts';
import { focusRun } from './focusRun.ts';
import { showError } from './showError.ts';

export async function removeRun(run: RunRecord): Promise<boolean> {
  const yes = await confirm({
    title: i18n.t('runs.removeTitle', { name: run.name, id: run.id }),
    text: i18n.t('runs.removeText'),
    action: i18n.t('runs.remove'),
    dangerous: true,
    onClosed: () => focusRun(run.id),
  });
  if (!yes) return false;
  try {
    await useRuns.getState().remove(run.id);
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
