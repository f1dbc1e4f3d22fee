/** Several runs on one chart: their validation curves, each with its own colour and dash. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { showError } from '../../actions/showError.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartSeries } from '../../charts/ChartSeries.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { runTitle } from '../../format/runTitle.ts';
import { useFormat } from '../../format/useFormat.ts';
import { bestOf } from '../../state/bestOf.ts';
import { useRuns } from '../../state/runs.ts';
import { shownEpochs } from '../train/shownEpochs.ts';
import { useLossAxis } from '../train/useLossAxis.ts';
import { useThrottled } from '../train/useThrottled.ts';
import { ComparisonNote } from './ComparisonNote.tsx';

interface ComparisonProps {
  readonly runs: readonly RunRecord[];
}

const dashes = ['', '6 3', '2 3', '8 3 2 3', '12 4', '4 4'];
const COLORS = 6;
const REDRAW_MILLISECONDS = 250;

export function Comparison({ runs }: ComparisonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [metric, setMetric] = useState<'loss' | 'accuracy'>('loss');
  const axis = useLossAxis();
  const all = useRuns((state) => state.runs);
  const loadHistory = useRuns((state) => state.loadHistory);
  const histories = useThrottled(
    useRuns((state) => state.histories),
    REDRAW_MILLISECONDS,
  );
  useEffect(() => {
    for (const { id } of runs) loadHistory(id).catch(showError);
  }, [runs, loadHistory]);
  const series = useMemo(
    () =>
      runs.map((run, index): ChartSeries => {
        const { id } = run;
        const epochs = histories[id]?.epochs ?? [];
        const best = bestOf(epochs);
        const pointOf = ({ epoch, validation }: EpochMetrics) => ({
          x: epoch,
          y: validation[metric] ?? Number.NaN,
        });
        const dash = dashes[index % dashes.length];
        return {
          key: id.replaceAll('.', '_'),
          label: runTitle(run, all),
          color: `var(--series-${(index % COLORS) + 1})`,
          ...(dash ? { dash } : {}),
          points: epochs.map(pointOf),
          best: best && pointOf(best),
        };
      }),
    [runs, all, histories, metric],
  );
  const show = metric === 'loss' ? format.loss : format.percent;
  return (
    <div className="flex h-80 shrink-0 flex-col border-t border-line px-6 pt-3 pb-2">
      <Segmented
        label={t('runs.metric')}
        value={metric}
        onChange={setMetric}
        className="mb-1 self-start"
        options={[
          { value: 'loss', label: t('runs.validationLoss') },
          { value: 'accuracy', label: t('runs.validationAccuracy') },
        ]}
      />
      <ComparisonNote runs={runs} metric={metric} />
      <ChartFrame
        title={t('runs.comparison')}
        topic="compare"
        testId="chart-compare"
        empty={t('runs.nothingMeasured')}
        series={series}
        xLabel={t('chart.epoch')}
        xEnd={Math.max(...runs.map((run) => shownEpochs(run)))}
        {...(metric === 'loss' ? axis : {})}
        formatX={format.decimal}
        formatY={show}
        formatTick={metric === 'loss' ? format.tick : format.percentTick}
        className="min-h-0 flex-1"
      />
    </div>
  );
}
