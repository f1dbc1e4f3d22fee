import { useTranslation } from 'react-i18next';
import type { ExecutorInfo } from '../../core/contract/RunRecord.ts';

/** What computes, with its threads where those are the processor's. */
export function useExecutorText(): (executor: ExecutorInfo) => string {
  const { t } = useTranslation();
  return ({ name, detail, threads }) =>
    name === 'gpujs' ? detail : t('statusBar.executor', { name: detail, count: threads });
}
