import { confirm } from '../components/ConfirmDialog.tsx';
import { i18n } from '../i18n/i18n.ts';
import { saveNow } from '../state/autosave.ts';
import { useExperiment } from '../state/experiment.ts';
import { useExperimentLibrary } from '../state/experimentLibrary.ts';
import { usePreferences } from '../state/preferences.ts';
import { keyOfGone } from '../state/runExperiments.ts';
import { showError } from './showError.ts';

interface NamedExperiment {
  readonly id: string;
  readonly name: string;
}

/** Deletes a document for good, after asking; its runs stay. */
export async function removeExperiment({ id, name }: NamedExperiment): Promise<void> {
  const yes = await confirm({
    title: i18n.t('experiment.removeTitle', { name }),
    text: i18n.t('experiment.removeText'),
    action: i18n.t('experiment.remove'),
    dangerous: true,
  });
  if (!yes) return;
  try {
    // Closed first, so that a change still to be saved does not bring it back.
    if (useExperiment.getState().id === id) {
      await saveNow();
      useExperiment.getState().close();
      usePreferences.getState().set({ openExperiment: null });
    }
    await useExperimentLibrary.getState().remove(id);
    const { runsOf, set } = usePreferences.getState();
    const { documents } = useExperimentLibrary.getState();
    // Its runs have only its name from now on, and are listed still.
    if (runsOf === id) set({ runsOf: keyOfGone(name, documents) });
  } catch (error) {
    showError(error);
  }
}
