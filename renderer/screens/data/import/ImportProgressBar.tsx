import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
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
      <span
        role="progressbar"
        aria-label={t('import.progress')}
        aria-valuenow={Math.round(100 * fraction)}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 min-w-40 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <span
          className="block h-full origin-left bg-accent"
          style={{ transform: `scaleX(${fraction})` }}
        />
      </span>
      <span className="number w-12 text-right text-xs">{format.wholePercent(fraction)}</span>
      <span className="number text-xs text-muted">
        {t('import.read', { rows: format.integer(rows) })}
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
