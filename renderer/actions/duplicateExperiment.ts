import { copyName } from '../format/copyName.ts';
import { i18n } from '../i18n/i18n.ts';
import { useExperiment } from '../state/experiment.ts';
import { openSpec, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { showError } from './showError.ts';

/** Opens a copy of the open experiment, under a name of its own. */
export async function duplicateExperiment(): Promise<void> {
  const { id, draft } = useExperiment.getState();
  if (!draft) return;
  const { documents } = useExperimentLibrary.getState();
  const taken = documents.map(({ spec }) => spec.name);
  const name = copyName(draft.spec.name, taken, (original, number) =>
    number === 1
      ? i18n.t('experiment.copyName', { name: original })
      : i18n.t('experiment.copyNameNumbered', { name: original, number }),
  );
  try {
    await openSpec(id ?? 'experiment', { ...draft.spec, name });
  } catch (error) {
    showError(error);
  }
}
