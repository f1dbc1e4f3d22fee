/** The curves of a run: loss of every iteration and epoch, accuracy, the best epoch marked. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { cn } from '../../components/cn.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useHistory } from '../../state/runs.ts';
import { accuracySeries, lossSeries } from './runSeries.ts';
import { useThrottled } from './useThrottled.ts';

interface MetricChartsProps {
  readonly run: RunRecord | null;
  readonly emptyText: string;
  readonly className?: string;
}

const REDRAW_MILLISECONDS = 120;

export function MetricCharts({ run, emptyText, className }: MetricChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useThrottled(useHistory(run?.id ?? null), REDRAW_MILLISECONDS);
  const epochs = run?.progress.epochs ?? 1;
  const perEpoch = (run?.progress.iterations ?? 0) / epochs;
  const words = useMemo(
    () => ({
      iteration: t('chart.iteration'),
      train: t('roles.train'),
      validation: t('roles.validation'),
    }),
    [t],
  );
  const loss = useMemo(() => lossSeries(history, perEpoch, words), [history, perEpoch, words]);
  const accuracy = useMemo(() => accuracySeries(history, words), [history, words]);
  const best = run?.bestEpoch ?? null;
  const marks = useMemo(
    () => (best === null ? [] : [{ x: best, label: t('chart.best', { epoch: best }) }]),
    [best, t],
  );
  const xDomain = useMemo((): [number, number] => [0, epochs], [epochs]);
  const shared = {
    marks,
    xLabel: t('chart.epoch'),
    xDomain,
    formatX: format.decimal,
    empty: emptyText,
  };
  const isRegression = history.epochs[0]?.validation.accuracy === null;
  return (
    <div className={cn('flex flex-col gap-4', className)}>
      <ChartFrame
        {...shared}
        title={t('chart.loss')}
        topic="lossChart"
        testId="chart-loss"
        series={loss}
        yDomain={lossDomain}
        formatY={format.loss}
        formatTick={format.decimal}
        className="min-h-52 flex-1"
      />
      {isRegression ? null : (
        <ChartFrame
          {...shared}
          title={t('chart.accuracy')}
          topic="accuracyChart"
          testId="chart-accuracy"
          marksAt="bottom"
          series={accuracy}
          yDomain={accuracyDomain}
          formatY={format.percent}
          formatTick={tickPercent(format.percent)}
          className="min-h-52 flex-1"
        />
      )}
    </div>
  );
}

const lossDomain: [number, 'auto'] = [0, 'auto'];
const accuracyDomain: ['auto', number] = ['auto', 1];
const tickPercent = (percent: (value: number, digits: number) => string) => (value: number) =>
  percent(value, 0);
