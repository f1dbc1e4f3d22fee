/**
 * The curves of a run: loss of every iteration and epoch, accuracy, the best epoch marked.
 *
 * Each chart takes the run by its id and looks at it when its turn comes, so that events between
 * two turns draw nothing here.
 */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { cn } from '../../components/cn.ts';
import { useFormat } from '../../format/useFormat.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { useShownRun } from '../../state/useShownRun.ts';
import { accuracySeries, lossSeries } from './runSeries.ts';
import { shownEpochs } from './shownEpochs.ts';
import { useChartWords } from './useChartWords.ts';
import { useLossAxis } from './useLossAxis.ts';
import { useRunMarks } from './useRunMarks.ts';

interface ChartProps {
  /** The run's id; null before there is one. */
  readonly run: string | null;
  readonly emptyText: string;
}

interface MetricChartsProps extends ChartProps {
  readonly className?: string;
}

/** Enough for the eye on a line that moves, and cheap to draw. */
const LIVE_POINTS = 300;

export const MetricCharts = memo(function MetricCharts(props: MetricChartsProps) {
  const { run, emptyText, className } = props;
  const isRegression = useRuns(
    ({ histories }) => histories[run ?? '']?.epochs[0]?.validation.accuracy === null,
  );
  return (
    <div className={cn('flex flex-col gap-4', className)}>
      <LossChart run={run} emptyText={emptyText} />
      {isRegression ? null : <AccuracyChart run={run} emptyText={emptyText} />}
    </div>
  );
});

function LossChart({ run: id, emptyText }: ChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useChartWords();
  const { run, history } = useShownRun(id, 'loss');
  const { perEpoch, marks, xEnd } = useScale(run);
  const axis = useLossAxis();
  const isLive = run !== null && isActive(run);
  const series = useMemo(
    () => lossSeries(history, perEpoch, words, isLive ? LIVE_POINTS : undefined),
    [history, perEpoch, words, isLive],
  );
  return (
    <ChartFrame
      title={t('chart.loss')}
      topic="lossChart"
      testId="chart-loss"
      empty={emptyText}
      series={series}
      marks={marks}
      xLabel={t('chart.epoch')}
      xEnd={xEnd}
      {...axis}
      yWith={0}
      formatX={format.decimal}
      formatY={format.loss}
      formatTick={format.tick}
      className="min-h-52 flex-1"
    />
  );
}

function AccuracyChart({ run: id, emptyText }: ChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useChartWords();
  const { run, history } = useShownRun(id, 'accuracy');
  const { marks, xEnd } = useScale(run);
  const { epochs } = history;
  const series = useMemo(() => accuracySeries(epochs, words), [epochs, words]);
  return (
    <ChartFrame
      title={t('chart.accuracy')}
      topic="accuracyChart"
      testId="chart-accuracy"
      empty={emptyText}
      series={series}
      marks={marks}
      marksAt="bottom"
      xLabel={t('chart.epoch')}
      xEnd={xEnd}
      yWith={1}
      formatX={format.decimal}
      formatY={format.percent}
      formatTick={format.percentTick}
      className="min-h-52 flex-1"
    />
  );
}

/** The horizontal axis and the marks on it, the same for both charts. */
function useScale(run: RunRecord | null) {
  const epochs = run?.progress.epochs ?? 1;
  const marks = useRunMarks(run);
  return {
    perEpoch: (run?.progress.iterations ?? 0) / epochs,
    marks,
    xEnd: run ? shownEpochs(run) : 1,
  };
}
