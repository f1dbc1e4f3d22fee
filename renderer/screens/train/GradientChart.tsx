/**
 * The norm of the gradient over a run: at the end of epochs where the guards looked, and of every
 * iteration where that is tracked. Nothing where nothing was measured.
 */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useFormat } from '../../format/useFormat.ts';
import type { RunHistory } from '../../state/runHistory.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { useShownRun } from '../../state/useShownRun.ts';
import { gradientSeries } from './runSeries.ts';
import { shownEpochs } from './shownEpochs.ts';
import { useRunMarks } from './useRunMarks.ts';

interface GradientChartProps {
  /** Its id. */
  readonly run: string;
  readonly emptyText: string;
}

const LIVE_POINTS = 300;

export const GradientChart = memo(function GradientChart(props: GradientChartProps) {
  const isMeasured = useRuns(({ histories }) => {
    const history = histories[props.run];
    return history !== undefined && isAnyMeasured(history);
  });
  return isMeasured ? <MeasuredChart {...props} /> : null;
});

/** Looked at often, so that it looks at the ends alone: where one is measured, the others are. */
function isAnyMeasured({ epochs, iterations }: RunHistory): boolean {
  const isAt = (point: { readonly gradientNorm: number | null } | undefined) =>
    point !== undefined && point.gradientNorm !== null;
  return isAt(epochs[0]) || isAt(iterations[0]) || isAt(epochs.at(-1));
}

function MeasuredChart({ run: id, emptyText }: GradientChartProps) {
  const { run, history } = useShownRun(id, 'others');
  return run ? <Curve run={run} history={history} emptyText={emptyText} /> : null;
}

interface CurveProps {
  readonly run: RunRecord;
  readonly history: RunHistory;
  readonly emptyText: string;
}

function Curve({ run, history, emptyText }: CurveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const marks = useRunMarks(run);
  const { epochs, iterations: planned } = run.progress;
  const most = isActive(run) ? LIVE_POINTS : Number.POSITIVE_INFINITY;
  const series = useMemo(() => {
    const words = { epoch: t('chart.gradientEpoch'), iteration: t('chart.iteration') };
    return gradientSeries(history, planned / epochs, words, most);
  }, [history, planned, epochs, t, most]);
  return (
    <ChartFrame
      title={t('chart.gradientNorm')}
      topic="gradientChart"
      testId="chart-gradient"
      empty={emptyText}
      series={series}
      marks={marks}
      xLabel={t('chart.epoch')}
      xEnd={shownEpochs(run)}
      yWith={0}
      formatX={format.decimal}
      formatY={format.compact}
      formatTick={format.tick}
      className="h-48 shrink-0"
    />
  );
}
