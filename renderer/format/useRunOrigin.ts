import { useTranslation } from 'react-i18next';
import { useExperimentName } from '../state/experiment.ts';

/** Names the experiment that a run is of, where that is not the open one; null where it is. */
export function useRunOrigin(experiment: string | undefined): string | null {
  const { t } = useTranslation();
  const open = useExperimentName();
  if (experiment === undefined || experiment === open) return null;
  return t('train.runOf', { name: experiment });
}
