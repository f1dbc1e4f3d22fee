import type { ChartSeries } from './ChartSeries.ts';
import { nearestPoint } from './nearestPoint.ts';

interface ChartHoverProps {
  readonly series: readonly ChartSeries[];
  readonly xLabel: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  /** Given by Recharts. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/**
 * The values of all lines at the measurement nearest to the pointer. Background measurements lie
 * between these; they are told only where there is nothing else.
 */
export function ChartHover({ series, xLabel, formatX, formatY, active, label }: ChartHoverProps) {
  if (!active || label === undefined) return null;
  const lines = series.filter(({ faint, points }) => !faint && points.length > 0);
  const shown = lines.length > 0 ? lines : series;
  const x = nearestX(shown, Number(label));
  return (
    <div className="min-w-36 rounded-lg border border-line bg-raised px-2.5 py-2 text-xs shadow-float">
      <p className="mb-1 text-muted">
        {xLabel} <span className="number text-ink">{formatX(x)}</span>
      </p>
      {shown.map((one) => {
        const point = nearestPoint(one.points, x);
        if (point?.x !== x) return null;
        return (
          <p key={one.key} className="flex items-center gap-1.5">
            <span
              className="h-0.5 w-3 rounded-full"
              style={{ background: one.color, opacity: one.faint ? 0.5 : 1 }}
            />
            <span className="max-w-40 truncate">{one.label}</span>
            <span className="number ml-auto pl-4">{formatY(point.y)}</span>
          </p>
        );
      })}
    </div>
  );
}

function nearestX(series: readonly ChartSeries[], pointer: number): number {
  const candidates = series.flatMap(({ points }) => nearestPoint(points, pointer)?.x ?? []);
  const distance = (x: number) => Math.abs(x - pointer);
  return candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a), candidates[0] ?? pointer);
}
