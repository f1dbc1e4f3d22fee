import { Filter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openExperiment } from '../../actions/openExperiment.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useExperimentLibrary } from '../../state/experimentLibrary.ts';
import { nameOfKey } from '../../state/runExperiments.ts';

interface NoRunsOfProps {
  /** The key of the experiment. */
  readonly experiment: string;
  readonly onShowAll: () => void;
}

/** In the place of the table where the chosen experiment has no run, or no longer. */
export function NoRunsOf({ experiment, onShowAll }: NoRunsOfProps) {
  const { t } = useTranslation();
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The keyboard was at the last of its runs, which has just been deleted.
    if (document.activeElement === document.body) wayOut.current?.focus();
  }, []);
  const documents = useExperimentLibrary((state) => state.documents);
  const experimentDocument = documents.find(({ id }) => id === experiment);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="no-runs-of">
      <EmptyState
        icon={Filter}
        level={2}
        title={t('runs.noneOf', { name: nameOfKey(experiment, documents) })}
        text={t(experimentDocument ? 'runs.noneOfText' : 'runs.noneOfGone')}
      >
        <Button ref={wayOut} variant="primary" onClick={onShowAll}>
          {t('runs.showAll')}
        </Button>
        {experimentDocument ? (
          <Button onClick={() => openExperiment(experimentDocument)}>{t('runs.goTrain')}</Button>
        ) : null}
      </EmptyState>
    </div>
  );
}
