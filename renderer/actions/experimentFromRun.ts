import { toast } from 'sonner';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { i18n } from '../i18n/i18n.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { goWhenDone } from '../state/navigation.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

/**
 * Opens a run's network in the editor, as an experiment that starts from the run's best weights.
 */
export async function experimentFromRun({ id, name, spec }: RunRecord): Promise<void> {
  const go = goWhenDone();
  try {
    const model = await request('models.fromRun', { run: id });
    const title = i18n.t('runs.onwardName', { name }).slice(0, 200);
    await openSpec(model.id, { ...spec, name: title, initialModel: model.id });
    go('model');
    toast.success(i18n.t('runs.onwardOpened', { name }));
  } catch (error) {
    showError(error);
  }
}
