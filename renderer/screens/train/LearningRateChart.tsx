/** The learning rate that a run used, iteration by iteration; nothing where it cannot change. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { isActive, useHistory } from '../../state/runs.ts';
import { isScheduled } from './isScheduled.ts';
import { learningRateSeries } from './runSeries.ts';
import { shownEpochs } from './shownEpochs.ts';
import { useThrottled } from './useThrottled.ts';

interface LearningRateChartProps {
  readonly run: RunRecord;
  readonly emptyText: string;
}

const REDRAW_MILLISECONDS = 500;
const TURN_MILLISECONDS = 180;
const LIVE_POINTS = 300;

export function LearningRateChart({ run, emptyText }: LearningRateChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = useHistory(run.id).iterations;
  const iterations = useThrottled(measured, REDRAW_MILLISECONDS, TURN_MILLISECONDS);
  const { epochs, iterations: planned } = run.progress;
  const most = isActive(run) ? LIVE_POINTS : Number.POSITIVE_INFINITY;
  const label = t('chart.learningRate');
  const series = useMemo(
    () => [learningRateSeries(iterations, planned / epochs, label, most)],
    [iterations, planned, epochs, label, most],
  );
  const xEnd = shownEpochs(run.progress, isActive(run));
  if (!isScheduled(run.spec)) return null;
  return (
    <ChartFrame
      title={label}
      topic="learningRateChart"
      testId="chart-learning-rate"
      empty={emptyText}
      series={series}
      xLabel={t('chart.epoch')}
      xEnd={xEnd}
      yWith={0}
      formatX={format.decimal}
      formatY={format.rate}
      formatTick={format.rate}
      className="h-48 shrink-0"
    />
  );
}
