import { Filter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentDocument } from '../../../core/contract/StudioApi.ts';
import { openExperiment } from '../../actions/openExperiment.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';

interface NoRunsOfProps {
  readonly document: ExperimentDocument;
  readonly onShowAll: () => void;
}

/** In the place of the table where the chosen experiment has no run, or no longer. */
export function NoRunsOf({ document: experiment, onShowAll }: NoRunsOfProps) {
  const { t } = useTranslation();
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The keyboard was at the last of its runs, which has just been deleted.
    if (document.activeElement === document.body) wayOut.current?.focus();
  }, []);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="no-runs-of">
      <EmptyState
        icon={Filter}
        level={2}
        title={t('runs.noneOf', { name: experiment.spec.name })}
        text={t('runs.noneOfText')}
      >
        <Button ref={wayOut} variant="primary" onClick={onShowAll}>
          {t('runs.showAll')}
        </Button>
        <Button onClick={() => openExperiment(experiment)}>{t('runs.goTrain')}</Button>
      </EmptyState>
    </div>
  );
}
