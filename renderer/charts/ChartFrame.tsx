/**
 * A chart with its name, its legend with the current values, and its ways out: picture, numbers,
 * table.
 */
import { ChartSpline, FileSpreadsheet, Image, Table2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { cn } from '../components/cn.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useFormat } from '../format/useFormat.ts';
import { type HelpTopic, useInspection } from '../state/inspection.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartTable } from './ChartTable.tsx';
import { copyPicture } from './copyPicture.ts';
import { LineChart, type LineChartProps } from './LineChart.tsx';
import { LogarithmSwitch } from './LogarithmSwitch.tsx';
import { toCsv } from './toCsv.ts';
import { withoutPlace } from './withoutPlace.ts';

interface ChartFrameProps extends LineChartProps {
  readonly title: string;
  readonly topic: HelpTopic;
  /** Said while there is nothing to draw. */
  readonly empty: string;
  readonly testId: string;
  /** Chooses the kind of the vertical axis; without it there is no choice. */
  readonly onLogarithm?: (isLogarithmic: boolean) => void;
  readonly className?: string;
}

export const ChartFrame = memo(function ChartFrame(props: ChartFrameProps) {
  const { title, topic, empty, testId, onLogarithm, className, ...chart } = props;
  const { isYLogarithmic = false } = chart;
  const { t } = useTranslation();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const inspect = useInspection((state) => state.inspect);
  const hasData = chart.series.some(({ points }) => points.length > 0);
  const left = isYLogarithmic ? withoutPlace(chart.series) : { lines: [], isEverything: false };
  const tell = (work: Promise<void>) =>
    work.then(
      () => toast.success(t('chart.copied')),
      () => toast.error(t('chart.copyFailed')),
    );
  const explain = () => inspect({ kind: 'help', topic });

  return (
    <figure
      data-testid={testId}
      className={cn('group relative flex min-h-0 min-w-0 flex-col', className)}
      onPointerDownCapture={explain}
      onFocusCapture={explain}
    >
      <figcaption className="flex min-h-7 shrink-0 items-center gap-4">
        <span className="shrink-0 text-sm font-semibold">{title}</span>
        <ChartLegend {...chart} />
        <span className="relative ml-auto flex shrink-0">
          <span className="absolute top-0 right-full mr-1 flex bg-surface pl-2 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100">
            <IconButton
              icon={asTable ? ChartSpline : Table2}
              label={asTable ? t('chart.asChart') : t('chart.asTable')}
              disabled={!hasData}
              onClick={() => setAsTable(!asTable)}
            />
            <IconButton
              icon={Image}
              label={t('chart.copyPicture')}
              disabled={!hasData || asTable}
              onClick={() => frame.current && tell(copyPicture(frame.current))}
            />
            <IconButton
              icon={FileSpreadsheet}
              label={t('chart.copyNumbers')}
              disabled={!hasData}
              onClick={() => tell(navigator.clipboard.writeText(toCsv(chart.xLabel, chart.series)))}
            />
          </span>
          {onLogarithm ? (
            <LogarithmSwitch isLogarithmic={isYLogarithmic} onChange={onLogarithm} />
          ) : null}
        </span>
      </figcaption>
      <div ref={frame} className="min-h-0 flex-1">
        {!hasData ? (
          <Instead text={empty} />
        ) : asTable ? (
          <ChartTable caption={title} {...chart} />
        ) : left.isEverything ? (
          <Instead text={t('chart.nothingAboveZero')} />
        ) : (
          <div
            role="img"
            aria-label={describe(isYLogarithmic ? [title, t('chart.log')] : [title], chart)}
            className="h-full"
          >
            <LineChart {...chart} />
          </div>
        )}
      </div>
      {left.lines.length > 0 && !left.isEverything && !asTable ? (
        <p className="caption shrink-0 text-pretty" data-testid="chart-left-out">
          {t('chart.zeroLeftOut', { lines: format.list(left.lines) })}
        </p>
      ) : null}
    </figure>
  );
});

/** In the place of a chart that there is nothing to draw of. */
function Instead({ text }: { readonly text: string }) {
  return (
    <p className="flex h-full items-center justify-center rounded-lg border border-dashed border-line px-6 text-center text-pretty text-faint">
      {text}
    </p>
  );
}

function describe(names: readonly string[], { series, formatY }: LineChartProps): string {
  const last = series
    .filter(({ faint, points }) => !faint && points.length > 0)
    .map(({ label, points, best }) => {
      const told = best ?? points.at(-1);
      return `${label} ${formatY(told?.y ?? Number.NaN)}`;
    });
  return [...names, ...last].join(', ');
}
