import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { type Trial, type TrialKind, useTrials } from '../../../state/trials.ts';

interface TrialProgressBarProps {
  readonly kind: TrialKind;
  readonly trial: Trial<unknown>;
  readonly label: string;
}

/** How far a trial has come, and its end. */
export function TrialProgressBar({ kind, trial, label }: TrialProgressBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const putAway = useTrials((state) => state.putAway);
  const { iteration = 0, iterations = 1 } = trial.progress ?? {};
  const shown = { iteration: format.integer(iteration), iterations: format.integer(iterations) };
  return (
    <div className="flex items-center gap-3">
      <ProgressBar label={label} fraction={iteration / iterations} />
      <span className="number text-xs text-muted">
        {trial.progress ? t('trial.progress', shown) : t('trial.starting')}
      </span>
      <Button
        size="sm"
        className="ml-auto"
        data-testid={`cancel-${kind}`}
        onClick={() => putAway(kind)}
      >
        {t('common.cancel')}
      </Button>
    </div>
  );
}
