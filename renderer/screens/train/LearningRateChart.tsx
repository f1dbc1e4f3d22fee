/** The learning rate that a run used, iteration by iteration; nothing where it cannot change. */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { isScheduled } from '../../settings/isScheduled.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { useShownRun } from '../../state/useShownRun.ts';
import { learningRateSeries } from './runSeries.ts';
import { shownEpochs } from './shownEpochs.ts';
import { useRunMarks } from './useRunMarks.ts';

interface LearningRateChartProps {
  /** Its id. */
  readonly run: string;
  readonly emptyText: string;
}

const LIVE_POINTS = 300;

export const LearningRateChart = memo(function LearningRateChart(props: LearningRateChartProps) {
  const isShown = useRuns(({ runs }) => {
    const run = runs.find(({ id }) => id === props.run);
    return run !== undefined && (isScheduled(run.spec) || run.learningRateChanges.length > 0);
  });
  return isShown ? <ScheduledChart {...props} /> : null;
});

function ScheduledChart({ run: id, emptyText }: LearningRateChartProps) {
  const { run, history } = useShownRun(id, 'others');
  return run ? <Curve run={run} iterations={history.iterations} emptyText={emptyText} /> : null;
}

interface CurveProps {
  readonly run: RunRecord;
  readonly iterations: Parameters<typeof learningRateSeries>[0];
  readonly emptyText: string;
}

function Curve({ run, iterations, emptyText }: CurveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const marks = useRunMarks(run);
  const { epochs, iterations: planned } = run.progress;
  const most = isActive(run) ? LIVE_POINTS : Number.POSITIVE_INFINITY;
  const label = t('chart.learningRate');
  const series = useMemo(
    () => [learningRateSeries(iterations, planned / epochs, label, most)],
    [iterations, planned, epochs, label, most],
  );
  return (
    <ChartFrame
      title={label}
      topic="learningRateChart"
      testId="chart-learning-rate"
      empty={emptyText}
      series={series}
      marks={marks}
      xLabel={t('chart.epoch')}
      xEnd={shownEpochs(run)}
      yWith={0}
      formatX={format.decimal}
      formatY={format.rate}
      formatTick={format.rate}
      className="h-48 shrink-0"
    />
  );
}
