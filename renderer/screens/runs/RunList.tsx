import { GitCompareArrows, History } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { runTitle } from '../../format/runTitle.ts';
import { useBestEpochs } from '../../state/bestEpochs.ts';
import { bestOf } from '../../state/bestOf.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { Comparison } from './Comparison.tsx';
import { RunTable } from './RunTable.tsx';
import { type ListedRun, sortRuns } from './runColumns.ts';
import { useRunList } from './useRunList.ts';

export function RunList() {
  const { t } = useTranslation();
  const { runs, loaded, histories, loadHistory } = useRuns();
  const { order, chosen, clear } = useRunList();
  const best = useBestEpochs(runs);
  const compared = useMemo(() => runs.filter(({ id }) => chosen.has(id)), [runs, chosen]);
  const active = runs.find(isActive)?.id;
  useEffect(() => {
    if (active !== undefined) loadHistory(active).catch(showError);
  }, [active, loadHistory]);
  if (!loaded) return <div className="skeleton m-6 h-40" />;
  if (runs.length === 0) return <NoRuns />;
  const listed = runs.map(
    (run): ListedRun => ({
      run,
      title: runTitle(run, runs),
      epoch: best[run.id] ?? bestOf(histories[run.id]?.epochs ?? []) ?? run.last,
    }),
  );
  const sorted = sortRuns(listed, order);
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-14 shrink-0 items-center gap-3 px-6">
        <h1 className="text-lg font-semibold">{t('screens.runs')}</h1>
        <p className="caption">{t('runs.compareHint')}</p>
        {compared.length > 0 ? (
          <Button size="sm" variant="ghost" className="ml-auto" onClick={clear}>
            <GitCompareArrows aria-hidden />
            {t('runs.clearChoice', { count: compared.length })}
          </Button>
        ) : null}
      </header>
      <RunTable runs={sorted} />
      {compared.length > 0 ? <Comparison runs={compared} /> : null}
    </div>
  );
}

function NoRuns() {
  const { t } = useTranslation();
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const go = useNavigation((state) => state.go);
  return (
    <EmptyState icon={History} title={t('runs.empty')} text={t('runs.emptyText')}>
      <Button variant="primary" onClick={() => go(isOpen ? 'train' : 'welcome')}>
        {isOpen ? t('runs.goTrain') : t('empty.chooseSample')}
      </Button>
    </EmptyState>
  );
}
