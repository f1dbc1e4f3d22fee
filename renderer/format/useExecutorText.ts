import { useTranslation } from 'react-i18next';
import type { ExecutorInfo } from '../../core/contract/RunRecord.ts';
import { useDetail } from '../i18n/useDetail.ts';

/** What computes, with its threads where those are the processor's. */
export function useExecutorText(): (executor: ExecutorInfo) => string {
  const { t } = useTranslation();
  const say = useDetail();
  return ({ name, detail, threads }) =>
    name === 'gpujs' ? detail : t('statusBar.executor', { name: say(detail), count: threads });
}
