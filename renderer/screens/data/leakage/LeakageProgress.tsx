import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { type LeakageScan, useLeakage } from '../../../state/leakage.ts';

/** What a scan looks for now, and its end. Its searches take too unlike times to foretell one. */
export function LeakageProgress({ scan: { progress } }: { readonly scan: LeakageScan }) {
  const { t } = useTranslation();
  const cancel = useLeakage((state) => state.cancel);
  return (
    <div className="flex items-center gap-3" role="status">
      <ProgressBar
        label={t('leakage.progress')}
        fraction={progress ? (progress.step - 1) / progress.steps : 0}
      />
      <span className="text-xs text-muted">
        {progress
          ? t('leakage.step', {
              step: progress.step,
              steps: progress.steps,
              kind: t(`leakage.kinds.${progress.kind}`),
            })
          : t('leakage.starting')}
      </span>
      <Button size="sm" className="ml-auto" data-testid="cancel-leakage" onClick={cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
