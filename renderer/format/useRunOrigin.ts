import { useTranslation } from 'react-i18next';
import { useExperiment, useExperimentName } from '../state/experiment.ts';
import { useExperimentLibrary } from '../state/experimentLibrary.ts';
import { isRunOf, type RunSource } from '../state/isRunOf.ts';

/** Names the experiment that a run is of, where that is not the open one; null where it is. */
export function useRunOrigin(source: RunSource | null): string | null {
  const { t } = useTranslation();
  const id = useExperiment((state) => state.id);
  const open = useExperimentName();
  const now = useExperimentLibrary(
    ({ documents }) => documents.find((one) => one.id === source?.experiment)?.spec.name,
  );
  if (source === null || isRunOf(source, { id, name: open })) return null;
  return t('train.runOf', { name: now ?? source.name });
}
