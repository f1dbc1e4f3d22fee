import { ChartSpline } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSpec } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { GradientChart } from './GradientChart.tsx';
import { LearningRateChart } from './LearningRateChart.tsx';
import { MetricCharts } from './MetricCharts.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RunHeadline } from './RunHeadline.tsx';
import { TrainSettings } from './TrainSettings.tsx';
import { LearningRateTest } from './trials/LearningRateTest.tsx';
import { useTrainedRun } from './useTrainedRun.ts';

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
      <TrainSettings spec={spec} />
      <Progress spec={spec} />
    </div>
  );
}

function Progress({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const run = useTrainedRun();
  const loadHistory = useRuns((state) => state.loadHistory);
  const id = run?.id;
  useEffect(() => {
    if (id !== undefined) loadHistory(id).catch(showError);
  }, [id, loadHistory]);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
      <ProblemList spec={spec} />
      <LearningRateTest spec={spec} />
      <RunHeadline run={run} />
      <MetricCharts
        run={run?.id ?? null}
        emptyText={t(emptyText(run))}
        className="min-h-[27rem] flex-1"
      />
      {run ? <LearningRateChart run={run.id} emptyText={t('train.waiting')} /> : null}
      {run ? <GradientChart run={run.id} emptyText={t('train.waiting')} /> : null}
      {run ? <LayersPanel run={run} /> : null}
    </div>
  );
}

function emptyText(run: RunRecord | null) {
  if (!run) return 'train.emptyChart';
  return isActive(run) ? 'train.waiting' : 'train.noEpoch';
}
