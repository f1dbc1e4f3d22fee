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
import { type HelpTopic, useInspection } from '../state/inspection.ts';
import { ChartTable } from './ChartTable.tsx';
import { copyPicture } from './copyPicture.ts';
import { LineChart, type LineChartProps } from './LineChart.tsx';
import { toCsv } from './toCsv.ts';

interface ChartFrameProps extends LineChartProps {
  readonly title: string;
  readonly topic: HelpTopic;
  /** Said while there is nothing to draw. */
  readonly empty: string;
  readonly testId: string;
  readonly className?: string;
}

export const ChartFrame = memo(function ChartFrame(props: ChartFrameProps) {
  const { title, topic, empty, testId, className, ...chart } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const inspect = useInspection((state) => state.inspect);
  const hasData = chart.series.some(({ points }) => points.length > 0);
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
        <Legend {...chart} />
        <span className="absolute top-0 right-0 flex bg-surface pl-2 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100">
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
      </figcaption>
      <div ref={frame} className="min-h-0 flex-1">
        {!hasData ? (
          <p className="flex h-full items-center justify-center rounded-lg border border-dashed border-line px-6 text-center text-faint">
            {empty}
          </p>
        ) : asTable ? (
          <ChartTable caption={title} {...chart} />
        ) : (
          <div role="img" aria-label={describe(title, chart)} className="h-full">
            <LineChart {...chart} />
          </div>
        )}
      </div>
    </figure>
  );
});

function describe(title: string, { series, formatY }: LineChartProps): string {
  const last = series
    .filter(({ faint, points }) => !faint && points.length > 0)
    .map(({ label, points, best }) => {
      const told = best ?? points.at(-1);
      return `${label} ${formatY(told?.y ?? Number.NaN)}`;
    });
  return [title, ...last].join(', ');
}

/** Each line with the value of its last point, or of its best one where that is what counts. */
function Legend({ series, formatY }: LineChartProps) {
  const { t } = useTranslation();
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-4 overflow-hidden">
      {series.map(({ key, label, color, points, faint, dash, best }) => (
        <span key={key} className="flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
          <svg aria-hidden width="14" height="4" className="shrink-0">
            <line
              x1="0"
              x2="14"
              y1="2"
              y2="2"
              stroke={color}
              strokeWidth={faint ? 1 : 2}
              strokeOpacity={faint ? 0.6 : 1}
              strokeDasharray={dash}
            />
          </svg>
          <span className="max-w-40 truncate">{label}</span>
          {faint || points.length === 0 ? null : (
            <>
              <span className="text-faint">{best ? t('chart.bestOne') : t('chart.last')}</span>
              <span className="number text-ink">
                {formatY((best ?? points.at(-1))?.y ?? Number.NaN)}
              </span>
            </>
          )}
        </span>
      ))}
    </span>
  );
}
