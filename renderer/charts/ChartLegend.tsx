import { useTranslation } from 'react-i18next';
import type { LineChartProps } from './LineChart.tsx';

type ChartLegendProps = Pick<LineChartProps, 'series' | 'formatY'>;

/** Each line with the value of its last point, or of its best one where that is what counts. */
export function ChartLegend({ series, formatY }: ChartLegendProps) {
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
