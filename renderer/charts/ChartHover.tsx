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

/** The values of all lines nearest to the pointer. */
export function ChartHover({ series, xLabel, formatX, formatY, active, label }: ChartHoverProps) {
  if (!active || label === undefined) return null;
  const x = Number(label);
  return (
    <div className="min-w-36 rounded-lg border border-line bg-raised px-2.5 py-2 text-xs shadow-float">
      <p className="mb-1 text-muted">
        {xLabel} <span className="number text-ink">{formatX(x)}</span>
      </p>
      {series.map((one) => {
        const point = nearestPoint(one.points, x);
        if (!point) return null;
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
