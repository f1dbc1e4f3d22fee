/** Above the table of runs: of which experiment they are, and how many are compared. */
import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useFormat } from '../../format/useFormat.ts';
import type { RunExperiment } from '../../state/runExperiments.ts';
import { ExperimentFilter } from './ExperimentFilter.tsx';
import { useRunList } from './useRunList.ts';

interface RunListHeaderProps {
  /** Of every run, listed or not. */
  readonly experiments: readonly RunExperiment[];
  /** The key of the experiment whose runs are listed; null for all. */
  readonly runsOf: string | null;
  /** How many runs are listed. */
  readonly shown: number;
  readonly compared: number;
}

export function RunListHeader({ experiments, runsOf, shown, compared }: RunListHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const clear = useRunList((state) => state.clear);
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 px-6">
      <h1 className="text-lg font-semibold">{t('screens.runs')}</h1>
      <ExperimentFilter experiments={experiments} runsOf={runsOf} />
      {runsOf !== null ? (
        <p className="caption shrink-0" role="status" data-testid="runs-shown">
          {t('runs.shown', {
            shown: format.integer(shown),
            all: format.integer(experiments.length),
          })}
        </p>
      ) : null}
      <p className="caption min-w-0 truncate">{t('runs.compareHint')}</p>
      {compared > 0 ? (
        <Button size="sm" variant="ghost" className="ml-auto" onClick={clear}>
          <GitCompareArrows aria-hidden />
          {t('runs.clearChoice', { count: compared })}
        </Button>
      ) : null}
    </header>
  );
}
