import { toast } from 'sonner';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { i18n } from '../i18n/i18n.ts';
import { openSpec } from '../state/experimentLibrary.ts';
import { goWhenDone } from '../state/navigation.ts';
import { showError } from './showError.ts';

/**
 * Opens the exact settings of a run as an experiment, as a document of its own unless one holds
 * the same.
 */
export async function openRunSettings(run: RunRecord): Promise<void> {
  const go = goWhenDone();
  try {
    await openSpec(run.id, run.spec);
    go('train');
    toast.success(i18n.t('runs.settingsOpened', { name: run.name }));
  } catch (error) {
    showError(error);
  }
}
