import { History } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { runTitle } from '../../format/runTitle.ts';
import { useBestEpochs } from '../../state/bestEpochs.ts';
import { bestOf } from '../../state/bestOf.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useExperimentLibrary } from '../../state/experimentLibrary.ts';
import { useNavigation } from '../../state/navigation.ts';
import { usePreferences } from '../../state/preferences.ts';
import { experimentFinder, knownKey } from '../../state/runExperiments.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { Comparison } from './Comparison.tsx';
import { NoRunsOf } from './NoRunsOf.tsx';
import { RunListHeader } from './RunListHeader.tsx';
import { RunTable } from './RunTable.tsx';
import { type ListedRun, sortRuns } from './runColumns.ts';
import { useRunList } from './useRunList.ts';

export function RunList() {
  const { runs, loaded, histories, loadHistory } = useRuns();
  const { order, chosen } = useRunList();
  const { runsOf: remembered, set } = usePreferences();
  const best = useBestEpochs(runs);
  const documents = useExperimentLibrary((state) => state.documents);
  const experimentOf = useMemo(() => experimentFinder(documents), [documents]);
  const compared = useMemo(() => runs.filter(({ id }) => chosen.has(id)), [runs, chosen]);
  const active = runs.find(isActive)?.id;
  useEffect(() => {
    if (active !== undefined) loadHistory(active).catch(showError);
  }, [active, loadHistory]);
  if (!loaded) return <div className="skeleton m-6 h-40" />;
  if (runs.length === 0) return <NoRuns />;
  const experiments = runs.map(experimentOf);
  const runsOf = knownKey(remembered, documents, experiments);
  const isShown = (run: RunRecord) => runsOf === null || experimentOf(run).key === runsOf;
  const listed = runs.filter(isShown).map(
    (run): ListedRun => ({
      run,
      title: runTitle(run, runs),
      experiment: experimentOf(run).name,
      epoch: best[run.id] ?? bestOf(histories[run.id]?.epochs ?? []) ?? run.last,
    }),
  );
  const document = documents.find(({ id }) => id === runsOf);
  return (
    <div className="flex h-full flex-col">
      <RunListHeader
        experiments={experiments}
        runsOf={runsOf}
        shown={listed.length}
        compared={compared.length}
      />
      {listed.length === 0 && document ? (
        <NoRunsOf document={document} onShowAll={() => set({ runsOf: null })} />
      ) : (
        <RunTable runs={sortRuns(listed, order)} />
      )}
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
