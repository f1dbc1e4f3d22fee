import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { type ImportProgress, useImporting } from '../../../state/importing.ts';

interface ImportProgressBarProps {
  readonly progress: ImportProgress;
}

/** How far an import has come, and its end. */
export function ImportProgressBar({ progress }: ImportProgressBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useImporting((state) => state.cancel);
  const { fraction, rows, secondsLeft } = progress;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1" data-testid="import-progress">
      <ProgressBar
        label={t('import.progress')}
        fraction={fraction}
        className="h-1.5 w-auto min-w-40 flex-1"
      />
      <span className="number w-12 text-right text-xs">{format.wholePercent(fraction)}</span>
      <span className="number text-xs text-muted">
        {t('import.read', { count: rows, rows: format.integer(rows) })}
        {secondsLeft === null
          ? null
          : ` · ${t('import.left', { time: format.duration(Math.ceil(secondsLeft)) })}`}
      </span>
      <Button size="sm" data-testid="import-cancel" onClick={cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
