import { ChartSpline } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExperimentSettings } from '../../settings/ExperimentSettings.tsx';
import { useSpec } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { useShownRun } from '../../state/useShownRun.ts';
import { useTrainedRun } from '../../state/useTrainedRun.ts';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { GradientChart } from './GradientChart.tsx';
import { LearningRateChart } from './LearningRateChart.tsx';
import { MetricCharts } from './MetricCharts.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RunHeadline } from './RunHeadline.tsx';
import { LearningRateTest } from './trials/LearningRateTest.tsx';

export function TrainScreen() {
  const { t } = useTranslation();
  const spec = useSpec();
  const go = useNavigation((state) => state.go);
  if (!spec) {
    return (
      <EmptyState icon={ChartSpline} title={t('empty.noExperiment')} text={t('empty.train')}>
        <Button variant="primary" onClick={() => go('welcome')}>
          {t('empty.chooseSample')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="flex h-full">
      <h1 className="sr-only">{t('screens.train')}</h1>
      <ExperimentSettings
        spec={spec}
        place="train"
        className="w-64 shrink-0 border-r border-line px-4 py-2 min-[1180px]:w-74 min-[1180px]:px-5"
      />
      <Progress spec={spec} />
    </div>
  );
}

function Progress({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const id = useTrainedRun();
  const emptyText = t(useRuns(({ runs }) => emptyTextOf(runs.find((run) => run.id === id))));
  const loadHistory = useRuns((state) => state.loadHistory);
  useEffect(() => {
    if (id !== null) loadHistory(id).catch(showError);
  }, [id, loadHistory]);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
      <ProblemList spec={spec} />
      <LearningRateTest spec={spec} />
      <RunProgress id={id} />
      <MetricCharts run={id} emptyText={emptyText} className="min-h-[27rem] flex-1" />
      {id === null ? null : (
        <>
          <LearningRateChart run={id} emptyText={t('train.waiting')} />
          <GradientChart run={id} emptyText={t('train.waiting')} />
          <RunLayers id={id} />
        </>
      )}
    </div>
  );
}

function emptyTextOf(run: RunRecord | undefined) {
  if (!run) return 'train.emptyChart';
  return isActive(run) ? 'train.waiting' : 'train.noEpoch';
}

/** In its turn, as the charts are: its numbers change with every event. */
function RunProgress({ id }: { readonly id: string | null }) {
  return <RunHeadline run={useShownRun(id, 'words').run} />;
}

function RunLayers({ id }: { readonly id: string }) {
  const { run } = useShownRun(id, 'others');
  return run ? <LayersPanel run={run} /> : null;
}
