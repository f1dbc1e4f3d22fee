import { useTranslation } from 'react-i18next';
import { useMessage } from '../i18n/useMessage.ts';
import { useCheck } from './check.ts';
import { useExperiment } from './experiment.ts';

export interface Refusal {
  readonly text: string;
  /** Its place in the document. */
  readonly where: string;
}

/** Why the open experiment cannot be trained as it stands; null where it can. */
export function useRefusal(): Refusal | null {
  const { t } = useTranslation();
  const say = useMessage();
  const { report, error } = useCheck();
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  if (layers === 0) return { text: t('model.needsLayer'), where: 'model' };
  if (error) return { text: say(error.message), where: error.where ?? 'dataset' };
  const first = report?.problems.find(({ severity }) => severity === 'error');
  return first ? { text: say(first.message), where: first.where } : null;
}
